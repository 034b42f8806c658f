export function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
