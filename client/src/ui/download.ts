/** Long enough for any browser to have taken the file over, in milliseconds. */
const kept = 60_000;

/** Hands the reader a file that was made on this page. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), kept);
}
