/**
 * What this phone keeps is locked with a key that stands in the page and nowhere on the phone. The kept page goes when somebody signs out,
 * and the key with it; whoever signs in again as the same person gets the same key. AES-GCM.
 */
const nonceBytes = 12
const partBytes = 8192

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
/** In parts: a call takes only so many arguments. */
function textOf(bytes: Uint8Array): string {
  let letters = ''
  for (let from = 0; from < bytes.length; from += partBytes) letters += String.fromCharCode(...bytes.subarray(from, from + partBytes))
  return btoa(letters)
}

/** Without a secure context there is none; then nothing is kept. */
const keyFrom = (lock: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(lock), 'AES-GCM', false, [use])

export async function locked(plain: string, lock: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFrom(lock, 'encrypt'), new TextEncoder().encode(plain))
  return textOf(new Uint8Array([...iv, ...new Uint8Array(box)]))
}

/** Null where it was locked with another key, or altered. */
export async function unlocked(box: string, lock: string): Promise<string | null> {
  try {
    const bytes = bytesOf(box)
    const [iv, body] = [bytes.slice(0, nonceBytes), bytes.slice(nonceBytes)]
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyFrom(lock, 'decrypt'), body))
  } catch {
    return null
  }
}
