import { createHmac, timingSafeEqual } from 'node:crypto'
import { subkey } from './secrets.server'

const macOf = (addressId: string): Buffer => createHmac('sha256', subkey('end of digests')).update(addressId).digest().subarray(0, 18)

/** What ends the digests to an address, and nothing else: it can be made again from the id and need not be kept. */
export const unsubscribeToken = (addressId: string): string => `${addressId}.${macOf(addressId).toString('base64url')}`

/** The address that a token speaks of; null for one that we did not make. */
export function readUnsubscribeToken(token: string): string | null {
  const [addressId = '', mac = ''] = token.split('.')
  const given = Buffer.from(mac, 'base64url')
  const own = macOf(addressId)
  return given.length === own.length && timingSafeEqual(given, own) ? addressId : null
}
