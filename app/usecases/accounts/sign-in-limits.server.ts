import { count, forget, giveBack, isKnown, limits, networkOf, remember } from '~/gateways/limits.server'

/** `login`: as it was typed and read; `name`: the one under which all logins of an account are counted. */
export type SignInTry = { login: string; name: string; address: string; device: string | null }

export type Admission =
  | { kind: 'admitted'; settle: (right: boolean) => Promise<void> }
  /** `first`: this try was the first over the account's own cap, which is worth an audit entry. */
  | { kind: 'tooMany'; minutes: number; first: boolean }

/**
 * May this try be made at all? A browser that has signed in with this login before has a budget of its own, which nobody else can use
 * up. All other tries share the account's, from wherever they come and however the login is written, and are counted by address too. A
 * refused try uses up nothing that another limit counts; a right password takes back its own count and nobody else's.
 */
export async function admitSignIn({ login, name, address, device }: SignInTry): Promise<Admission> {
  if (device !== null && isKnown(login, `device ${device}`)) return admitKnownBrowser(name, device)
  const account = await count('account', name)
  if (!account.admitted) return { kind: 'tooMany', minutes: account.minutes, first: account.used === limits.account.points + 1 }
  const network = networkOf(address)
  const whole = await count('address', network)
  if (!whole.admitted) {
    await giveBack('account', name)
    return { kind: 'tooMany', minutes: whole.minutes, first: false }
  }
  return {
    kind: 'admitted',
    settle: async (right) => {
      if (!right) return
      await giveBack('account', name)
      await giveBack('address', network)
    },
  }
}

async function admitKnownBrowser(name: string, device: string): Promise<Admission> {
  const key = `${name} ${device}`
  const own = await count('device', key)
  if (!own.admitted) return { kind: 'tooMany', minutes: own.minutes, first: false }
  return { kind: 'admitted', settle: async (right) => void (right && (await forget('device', key))) }
}

/** After a sign-in: this browser is known to the account, by whichever of its logins. */
export function rememberSignIn(logins: readonly string[], device: string): void {
  for (const login of logins) remember(login, `device ${device}`)
}
