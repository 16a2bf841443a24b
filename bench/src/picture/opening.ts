/** From asking for the page of the sample of 60 teams to the first card on it; the server is warm, the browser is not. */
import { median, tell } from '../measure.js';
import { firstCard, newPage, onGround, type Ground } from './picture-page.js';

const openings = 5;
const limit = 1_500;

export const benchPictureOpening = (): Promise<void> =>
  onGround(async (ground) => {
    await opened(ground);
    const times: number[] = [];
    for (let opening = 0; opening < openings; opening++) times.push(await opened(ground));
    const milliseconds = median(times);
    const figures = { milliseconds, worst: Math.max(...times), limit };
    tell('picture: the sample of 60 teams visible', figures, milliseconds <= limit);
  });

async function opened(ground: Ground): Promise<number> {
  const page = await newPage(ground);
  await page.goto(`${ground.url}/maps/product-company`);
  const milliseconds = await firstCard(page);
  await page.close();
  return milliseconds;
}
