/** Characters of a password. The upper end only keeps a form from being a load. */
export const passwordLength = { least: 8, most: 256 } as const

const commonest = new Set(
  `12345678 123456789 1234567890 87654321 987654321 0987654321 11111111 00000000 88888888 66666666 12341234 11223344 12344321 1122334455
  password password1 passw0rd p@ssw0rd p@ssword qwertyui qwerty123 qwertyuiop 1qaz2wsx 1q2w3e4r 1q2w3e4r5t q1w2e3r4 qazwsxedc zaq12wsx asdfghjk
  asdfghjkl zxcvbnm1 abcd1234 abc12345 a1234567 a12345678 a123456789 aa123456 aa12345678 abc123456 qq123456 wang1234 woaini123 woaini1314
  woaini520 5201314520 13145200 admin123 admin888 administrator letmein1 iloveyou welcome1 changeme qwe12345 123qweasd 1234qwer q1234567 asd12345
  xiaofang xiaofang119 119119119 mingbai1 mingbairen mingbai123 xfaq1234`.split(/\s+/),
)

const isRun = (text: string): boolean => {
  const steps = new Set([...text].slice(1).map((letter, place) => letter.charCodeAt(0) - text.charCodeAt(place)))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}

/** What is wrong with a new password, or null: its length, one of the names it signs in with, or among the first that anyone would try. */
export function passwordFault(password: string, logins: readonly string[]): 'short' | 'long' | 'login' | 'common' | null {
  const { length } = [...password]
  if (length < passwordLength.least) return 'short'
  if (length > passwordLength.most) return 'long'
  const plain = password.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (logins.some((login) => plain === login.toLowerCase() || plain === login.toLowerCase().replace(/-/g, ''))) return 'login'
  return commonest.has(plain) || isRun(plain) ? 'common' : null
}
