import { statement } from '../db.server'

/** Does this token open a post's card? Any other token is asked as a certificate's. */
export function findCodeKind(token: string): 'card' | 'other' {
  return statement('SELECT 1 FROM "Post" WHERE "cardToken" = ?').get(token) === undefined ? 'other' : 'card'
}
