import { certificateNumber, numberBodyLength } from '~/domain/credentials/number'
import { newCode, newId, newToken } from './secrets.server'

/** Makers of the ids, tokens and numbers that issuing a certificate needs. */
export const issueTools = (now: Date) => ({
  makeId: () => newId(now),
  makeToken: newToken,
  makeNumber: (year: number) => certificateNumber(year, newCode(numberBodyLength)),
})
