export default async function stopTestServices() {
  await globalThis.stopNeo4j?.();
}
