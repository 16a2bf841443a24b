import { guessKey } from './guess-key';
import { guessSchema, type Guess } from './round';

/** The game that goes on in this tab, so that a page loaded again goes on with it; and shows no result before its time. */
export function keptGuess(map: string): Guess | undefined {
  try {
    const kept = guessSchema.safeParse(JSON.parse(sessionStorage.getItem(guessKey(map)) ?? 'null'));
    return kept.success ? kept.data : undefined;
  } catch {
    return undefined;
  }
}

export function keepGuess(map: string, guess: Guess): void {
  try {
    sessionStorage.setItem(guessKey(map), JSON.stringify(guess));
  } catch {
    // Without room to keep it the game goes on; only a page loaded again begins anew.
  }
}
