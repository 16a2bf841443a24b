/** Where a tab keeps the game that goes on in it. */
export const guessKey = (map: string): string => `downstream.guess.${map}`;

export const isGuessKept = (map: string): boolean => sessionStorage.getItem(guessKey(map)) !== null;
