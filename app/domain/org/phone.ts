const mobile = /^1[3-9]\d{9}$/

/**
 * A mainland mobile number as people type it (spaces, dashes, full-width digits, +86, 0086, 86) as its eleven digits.
 * Null where it is not one.
 */
export function readPhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s().·\-‐‑–—]/g, '')
  const digits = plain.replace(/^(?:\+86|0086|86(?=1\d{10}$))/, '')
  return mobile.test(digits) ? digits : null
}

/** Is it a number as `maskedPhone` shows it? */
export const isMaskedPhone = (text: string): boolean => /^1\d\d\*{4}\d{4}$/.test(text)

/** 138****1234: enough to recognise one's own number, too little to call it. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
