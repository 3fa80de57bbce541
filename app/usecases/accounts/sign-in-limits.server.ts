import { count, forget, giveBack, isKnown, limits, networkOf, remember } from '~/gateways/limits.server'

export type SignInTry = { login: string; address: string; device: string | null }

export type Admission =
  | { kind: 'admitted'; settle: (right: boolean) => Promise<void> }
  /** `first`: this try was the first over the account's own cap, which is worth an audit entry. */
  | { kind: 'tooMany'; minutes: number; first: boolean }

/**
 * May this try be made at all? A browser that has signed in with this login before has a budget of its own, which nobody else can use
 * up. Other tries are counted by login and address, by address, and (from addresses new to the login) by login. A refused try uses up
 * nothing that a later limit counts.
 */
export async function admitSignIn({ login, address, device }: SignInTry): Promise<Admission> {
  if (device !== null && isKnown(login, `device ${device}`)) return admitKnownBrowser(login, device)
  const network = networkOf(address)
  const pairKey = `${login} ${network}`
  const pair = await count('pair', pairKey)
  if (!pair.admitted) return { kind: 'tooMany', minutes: pair.minutes, first: false }
  const whole = await count('address', network)
  if (!whole.admitted) return { kind: 'tooMany', minutes: whole.minutes, first: false }
  const isNew = !isKnown(login, `address ${network}`)
  const account = isNew ? await count('account', login) : null
  if (account && !account.admitted) return { kind: 'tooMany', minutes: account.minutes, first: account.used === limits.account.points + 1 }
  return {
    kind: 'admitted',
    settle: async (right) => {
      if (!right) return
      await forget('pair', pairKey)
      await giveBack('address', network)
      if (account) await giveBack('account', login)
    },
  }
}

async function admitKnownBrowser(login: string, device: string): Promise<Admission> {
  const key = `${login} ${device}`
  const own = await count('device', key)
  if (!own.admitted) return { kind: 'tooMany', minutes: own.minutes, first: false }
  return { kind: 'admitted', settle: async (right) => void (right && (await forget('device', key))) }
}

/** After a sign-in: this browser and this address are known to the account, by whichever of its logins. */
export function rememberSignIn(logins: readonly string[], address: string, device: string): void {
  for (const login of logins) {
    remember(login, `device ${device}`)
    remember(login, `address ${networkOf(address)}`)
  }
}
