import { NoticeBell } from '../areas/home/notice/notice-bell.js';
import { AccountMenu } from './account-menu.js';
import { FindButton } from './find-button.js';

/** What a person who is signed in has at the top of every page. */
export function HeaderTools() {
  return (
    <>
      <FindButton />
      <div className="header-tools">
        <NoticeBell />
        <AccountMenu />
      </div>
    </>
  );
}
