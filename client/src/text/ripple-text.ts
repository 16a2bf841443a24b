/** The words of features/ripple. */
export const rippleText = {} as const;
