/**
 * The hundred most frequent family names, which some 85 % of people have (Ministry of Public Security, report on names of
 * 2020), and compound ones.
 */
export const familyNames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
export const compoundFamilyNames = '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫';

/** Family names that are everyday words, or begin many: they make a name only with what surely belongs to one. */
export const everydayFamilyNames = '高于任金方白向常万严石江毛龙夏周程武马黄田林陆钱孔史何许曾余汤雷顾叶丁';

/** Characters that given names are made of more than sentences are. */
export const givenNameCharacters =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超兰霞刚桂玲红玉梅飞鹏辉斌波宇浩凯健俊帆雪荣爱妹琴云莲真环巧琪瑞凤洁琳素莉翠雅芝萍娥珍贞卿聪澜纯毓悦昭冰爽琬茗羽希欣彤婷慧雯晶妍茜秋珊莎锦黛倩嘉琼勤珠栋维启克伦翔旭泽晨辰朗伯宏言若鸣朋梓轩涵怡诗梦佳睿博瑶萱彬炎德光峰东文建国志海林森永康福生龙元仁祥才庆义良贵清振壮思群豪';
