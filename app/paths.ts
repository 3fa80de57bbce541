/** Addresses that are printed on walls. They may never change; see README, "Addresses". */
export const printed = {
  poster: (code: string) => `/Q/${code}`,
  certificate: (token: string) => `/C/${token}`,
  unit: (code: string) => `/U/${code}`,
  checkIn: (code: string) => `/K/${code}`,
  gate: (token: string) => `/G/${token}`,
  verify: '/V',
}

/** An address that leads on to another one afterwards; '' is none. */
export const withNext = (path: string, next: string): string => (next === '' ? path : `${path}?next=${encodeURIComponent(next)}`)
