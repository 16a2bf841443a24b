/** A map's name as every file system takes it, without an ending. */
export const fileNameOf = (name: string): string => {
  const plain = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return Array.from(plain).slice(0, 80).join('') || 'map';
};
