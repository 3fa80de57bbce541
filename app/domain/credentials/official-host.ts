/** What is wrong with what was scanned or typed; the words say it to people. */
export const hostFaults = [
  'empty',
  'long',
  'unseen',
  'noAddress',
  'scheme',
  'http',
  'backslash',
  'userinfo',
  'port',
  'encoded',
  'foreign',
  'punycode',
  'trailingDot',
  'number',
  'lookAlike',
  'unknown',
] as const
export type HostFault = (typeof hostFaults)[number]

/** host: what the text would have led to, as far as one can tell; for the sentence that refuses. */
export type OfficialHost = { kind: 'official'; host: string; address: string } | { kind: 'refused'; why: HostFault; host: string }

const longest = 1000
const refused = (why: HostFault, host = ''): OfficialHost => ({ kind: 'refused', why, host })

/** Letters and digits that are taken for one another, folded to one of them. */
const folded = (host: string): string =>
  host
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/cl/g, 'd')
    .replace(/[0oq]/g, 'o')
    .replace(/[1li|j]/g, 'l')
    .replace(/[5s]/g, 's')
    .replace(/[2z]/g, 'z')
    .replace(/[^a-z0-9]/g, '')

/** How many letters must be added, left out or changed to make one text of the other; counts no further than `most` + 1. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (const [at, against] of [...other].entries())
      line.push(Math.min((above[at] ?? 0) + (letter === against ? 0 : 1), (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1))
    above = line
  }
  return above[other.length] ?? most + 1
}

/** Is this host made to be taken for a known one: it holds its name, or differs from it by a letter or two? */
function looksLike(host: string, known: string): boolean {
  const [mine, theirs] = [folded(host), folded(known)]
  return mine.includes(theirs) || theirs.includes(mine) || distance(mine, theirs, 2) <= 2
}

/**
 * May what was scanned from a card (or typed) be opened? Only `https` addresses of exactly a known host, without user, port, encoded or
 * foreign letters. Everything is judged by the text as it stands, before any parser tidies it; nothing is followed or looked up.
 */
export function officialHost(text: string, known: ReadonlySet<string>): OfficialHost {
  if (text.trim() === '') return refused('empty')
  if (text.length > longest) return refused('long')
  if (/\s|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text.trim())) return refused('unseen')
  const plain = text.trim()
  const [, scheme, after = ''] = /^([a-z][a-z0-9+.-]*):(?!\d)(.*)$/i.exec(plain) ?? []
  if (scheme === undefined) return /^[^/?#]+\.[^/?#]+/.test(plain) ? hostOf(plain, known) : refused('noAddress')
  if (!/^https?$/i.test(scheme)) return refused('scheme', scheme.toLowerCase())
  if (!after.startsWith('//')) return refused(after.includes('\\') ? 'backslash' : 'scheme', scheme.toLowerCase())
  const read = hostOf(after.slice(2), known)
  return /^http$/i.test(scheme) && read.kind === 'official' ? refused('http', read.host) : read
}

/** `rest`: what follows `https://`. */
function hostOf(rest: string, known: ReadonlySet<string>): OfficialHost {
  const [authority = ''] = rest.split(/[/?#]/, 1)
  const host = authority.toLowerCase()
  const shown = host.slice(0, 100)
  if (rest.includes('\\')) return refused('backslash', shown)
  if (authority.includes('@')) return refused('userinfo', shown)
  if (authority.includes('%')) return refused('encoded', shown)
  if (/[^\u0020-\u007e]/.test(authority)) return refused('foreign', shown)
  if (host.split('.').some((label) => label.startsWith('xn--'))) return refused('punycode', shown)
  if (authority.includes(':')) return refused('port', shown)
  if (host.endsWith('.')) return refused('trailingDot', shown)
  if (/^[\d.]+$|^0x|^\[/.test(host)) return refused('number', shown)
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return refused('noAddress', shown)
  if (known.has(host)) {
    const path = [...rest.slice(authority.length)].map((letter) => (letter > '~' ? encodeURIComponent(letter) : letter)).join('')
    return { kind: 'official', host, address: `https://${host}${path.startsWith('/') ? path : `/${path}`}` }
  }
  return refused([...known].some((one) => looksLike(host, one)) ? 'lookAlike' : 'unknown', shown)
}
