/** The words of features/picture. */
export const pictureText = {} as const;
