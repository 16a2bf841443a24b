/** Where a tab keeps the game that goes on in it. */
export const guessKey = (map: string): string => `downstream.guess.${map}`;

export function forgetGuess(map: string): void {
  sessionStorage.removeItem(guessKey(map));
}
