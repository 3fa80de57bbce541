/** What the panel can set moving. */
export const devices = ['sounders', 'broadcast', 'shutter', 'exhaust', 'lift', 'hydrant-pump', 'sprinkler-pump'] as const
export type DeviceId = (typeof devices)[number]

/** Where the one who goes can be sent. */
export const stations = ['zone', 'pump-room', 'power-room'] as const
export type Station = (typeof stations)[number]

export const deskVerbs = [
  'mute',
  'read',
  'shield-list',
  'camera',
  'phone',
  'send',
  'both-go',
  'automatic',
  'manual',
  'feedback',
  'start',
  'stop',
  'open-shutter',
  'call-119',
  'plan',
  'head',
  'manager',
  'meet',
  'rounds',
  'shield',
  'unshield',
  'reset',
  'log',
] as const
/** What is done on the spot. Alone at the panel, the last four are said over the radio. */
export const fieldVerbs = ['look', 'tell', 'guide', 'cause', 'cabinet', 'valve'] as const

export type Verb = (typeof deskVerbs)[number] | (typeof fieldVerbs)[number]
export type Act = { readonly verb: Verb; readonly target: string | null }

/** desk: at the panel. field: the one who goes. */
export type Role = 'desk' | 'field'
/** alone: the story plays the one who goes. two: two people on one screen. */
export type Mode = 'alone' | 'two'

/** One act of a run: seconds since its start, by whom, and what. */
export type DoneAct = { readonly at: number; readonly by: Role; readonly act: Act }

export const actKey = ({ verb, target }: Act): string => (target === null ? verb : `${verb}:${target}`)

const isVerb = (text: string): text is Verb => [...deskVerbs, ...fieldVerbs].some((verb) => verb === text)

function targetsOf(verb: Verb, points: readonly string[]): readonly string[] | null {
  switch (verb) {
    case 'send':
      return stations
    case 'start':
    case 'stop':
      return devices
    case 'shield':
    case 'unshield':
      return points
    default:
      return null
  }
}

/** The act that a key names, for a panel with these points; null where there is no such act. */
export function readAct(key: string, points: readonly string[]): Act | null {
  const [verb = '', ...rest] = key.split(':')
  if (!isVerb(verb)) return null
  const targets = targetsOf(verb, points)
  const target = rest.length === 0 ? null : rest.join(':')
  if (targets === null) return target === null ? { verb, target } : null
  return target !== null && targets.includes(target) ? { verb, target } : null
}

export const isFieldVerb = (verb: Verb): boolean => fieldVerbs.some((one) => one === verb)
export const stationOf = (target: string | null): Station | null => stations.find((one) => one === target) ?? null
export const deviceOf = (target: string | null): DeviceId | null => devices.find((one) => one === target) ?? null
