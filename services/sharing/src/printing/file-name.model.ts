import { fileNameText } from '@gongxiang/domain';

const charactersMax = 120;

/** A name under which a file can be saved anywhere. @param name with its ending, which stays */
export function fitFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return fileNameText(stem, charactersMax) + ending;
}
