import { expect, test } from '@jest/globals';
import { describeWithChromium } from '../support/chromium.js';
import { openPage, saved } from './open-page.js';
import { serverAndBrowser } from './server-and-browser.js';

const ripple = '/maps/airline-lost-bag?delay=bag-loaders:30';

describeWithChromium('before and after, and guess first', () => {
  const running = serverAndBrowser();

  test('a number that differs is compared, survives a reload, and is kept as one step', async () => {
    const opened = await openPage(
      running.browser,
      `${running.server.url}${ripple}&select=link:loaders-to-turnaround`,
      {
        reducedMotion: 'reduce',
      },
    );
    const { page } = opened;
    await page.getByRole('button', { name: 'What if …? Compare' }).click();
    await page.getByRole('application', { name: 'Before: Airline: a lost bag' }).waitFor();
    const more = page.getByRole('button', { name: 'Slack: more' });
    await more.click();
    await more.click();
    const difference = page.getByRole('heading', { name: /Harm falls from 75 to 25 weighted minutes/ });
    await difference.waitFor();
    // The address comes to rest a moment after the last step.
    await page.waitForURL((address) => address.searchParams.get('if') === 'slack:20:loaders-to-turnaround');
    await page.reload();
    await difference.waitFor();
    await page.locator('#compared').focus();
    await page.keyboard.press('Control+z');
    await page.waitForURL((address) => address.searchParams.get('if') === '');
    await page.keyboard.press('Control+Shift+z');
    await difference.waitFor();
    await page.getByRole('button', { name: 'Keep this change' }).click();
    await page
      .getByText(/Connecting passengers may miss their connection: 5 minutes late/)
      .first()
      .waitFor();
    await saved(page);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await page
      .getByText(/Connecting passengers may miss their connection: 15 minutes late/)
      .first()
      .waitFor();
    await opened.close();
  });

  test('by keyboard alone: a round is guessed, played and counted, and tells nothing before', async () => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, {
      reducedMotion: 'reduce',
    });
    const { page } = opened;
    await page.getByText('Where it stopped').waitFor();
    await page.locator('#map').focus();
    await page.keyboard.press('g');
    const start = page.getByRole('button', { name: 'Start guessing' });
    await start.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Nobody marked yet').waitFor();
    const picture = page.getByRole('application', { name: /Airline/ });
    await picture.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.getByText('1 marked').waitFor();
    expect(new URL(page.url()).searchParams.has('delay')).toBe(false);
    expect(await page.locator('body').innerText()).not.toMatch(/minutes late|Who feels it|surprise/);
    await page.getByRole('button', { name: 'Play', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Straight to the end' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('You found 0 of 6.').waitFor();
    await page.getByText(/6 surprises: .*Turnaround control/).waitFor();
    await page.getByText('✗ 1 was not hit: Check-in agents.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Round 2').waitFor();
    await opened.close();
  });

  test('back leaves a round for the map as it was, forward and a reload return to the round as it was', async () => {
    const opened = await openPage(running.browser, `${running.server.url}${ripple}`, {
      reducedMotion: 'reduce',
    });
    const { page } = opened;
    const account = page.getByText('Where it stopped');
    await account.waitFor();
    await page.locator('#map').focus();
    await page.keyboard.press('g');
    await page.getByRole('button', { name: 'Start guessing' }).click();
    await page.getByRole('application', { name: /Airline/ }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    const marked = page.getByText('1 marked');
    await marked.waitFor();
    await page.goBack();
    await account.waitFor();
    expect(await marked.count()).toBe(0);
    await page.goForward();
    await marked.waitFor();
    await page.reload();
    await marked.waitFor();
    await page.getByRole('button', { name: 'End the game' }).click();
    await page.waitForURL((address) => !address.searchParams.has('guess'));
    await opened.close();
  });
});
