/** Minutes of work in a day and a week where a map does not say. Apart from the schemas: the engine needs no zod. */
export const defaultDayLength = 480;
export const defaultWeekLength = 2400;
