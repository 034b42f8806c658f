import { pageTests } from '../app/page.fixture.js';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { SettingFold, SettingGroup } from './settings.js';

const show = pageTests();

const fold = (at: string, isNeeded = false) =>
  show(
    <SettingGroup id="security-title" title="Signing in">
      <SettingFold id="password" title="Password" isNeeded={isNeeded}>
        <p>the form</p>
      </SettingFold>
    </SettingGroup>,
    { at },
  );

describe('a line that opens where it is', () => {
  it('has nothing in it before it is opened, and is closed again', async () => {
    const { user } = await fold('/account');
    expect(screen.queryByText('the form')).toBeNull();
    await user.click(screen.getByRole('heading', { name: 'Password' }));
    expect(await screen.findByText('the form')).toBeTruthy();
    await user.click(screen.getByRole('heading', { name: 'Password' }));
    expect(screen.queryByText('the form')).toBeNull();
  });

  it('is open where the address names it', async () => {
    await fold('/account#password');
    expect(await screen.findByText('the form')).toBeTruthy();
  });

  it('is open where something waits in it', async () => {
    await fold('/account', true);
    expect(await screen.findByText('the form')).toBeTruthy();
  });
});
