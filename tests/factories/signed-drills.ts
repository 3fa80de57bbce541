import { signDrill } from '~/usecases/drills/sign-drill.server'
import { actingPerson, listed, planned } from './held-drill'
import type { MadePerson, MadeUnit } from './unit-people'

/** A drill that ran for ten minutes on the morning, at which one person was seen; signed by whoever leads it. */
export async function signedDrill(
  unit: MadeUnit,
  chief: MadePerson,
  name: string,
  more: Parameters<typeof planned>[3] = {},
): Promise<string> {
  const drill = await planned(unit, chief, [listed(chief, name)], more)
  await drill.mark('alarm', 0)
  await drill.seen(chief)
  await drill.mark('all-clear', 600)
  const outcome = await signDrill(actingPerson(chief), drill.id)
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return drill.id
}
