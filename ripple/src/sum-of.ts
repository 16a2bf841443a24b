/** In the order of ids, so that it is the same to the last digit everywhere. */
export const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
