/** Whether the page is as narrow as a phone's, where the panel is a sheet over the picture. */
export const isPhone = (): boolean => window.matchMedia('(max-width: 860px)').matches;
