import { readCode } from '../shared/codes'

/** A printed slip signs in once, within seven days; after it a password must be set. */
export const slipLength = 12
export const slipDays = 7

export const slipEnd = (issuedAt: Date): Date => new Date(issuedAt.getTime() + slipDays * 86_400_000)

/** ABCD-EFGH-JKMN, as it is printed. */
export const slipText = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

export const readSlip = (typed: string): string | null => readCode(typed.normalize('NFKC'), slipLength)

/** Where else an account reaches: grants of any kind in force, and present posts at units that the issuer does not manage. */
export type Reach = { grants: number; postsElsewhere: number }

/**
 * May a unit's manager give this account a new way in, or change its name and number? Only where everything it opens is his: else
 * adding a stranger to one's unit would be a way into the stranger's account. The county administrator always may.
 */
export const mayResetAccess = (reach: Reach, byAdministrator: boolean): boolean =>
  byAdministrator || (reach.grants === 0 && reach.postsElsewhere === 0)
