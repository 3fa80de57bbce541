import { type ClassNow, classNow } from '~/data/classes/class-now.server'
import { type CallFacts, findCall } from '~/data/rollcall/calls.server'
import { type ClassPart, type Classroom, partSubject } from '~/domain/classes/class-body'
import { seesWholePlace } from '~/domain/org/place-scope'
import { NotFound } from '~/domain/shared/faults'
import { type ActingPerson, classReachOf } from './reached-class.server'

/** What somebody has to do with a part of a class. rooms: where he is the local organiser. subject: the name of its roll call. */
export type HeldPart = {
  held: ClassNow
  part: ClassPart
  subject: string
  family: readonly string[]
  leads: boolean
  rooms: readonly Classroom[]
}

/** A part of a class for whoever leads it or organises one of its classrooms; others do not find it. Asked by every phone all the time. */
export function getHeldPart(acting: ActingPerson, classId: string, key: string): HeldPart {
  const { family, scope } = classReachOf(acting)
  const held = classNow(classId)
  const part = held?.body.parts.find((one) => one.key === key)
  if (held === null || part === undefined) throw new NotFound()
  const leads = seesWholePlace(scope, held.place.path)
  const rooms = held.body.classrooms.filter(({ organiser }) => family.includes(organiser.id))
  if (!leads && rooms.length === 0) throw new NotFound()
  return { held, part, subject: partSubject(classId, key), family, leads, rooms }
}

/** Its roll call; not found before it was opened. */
export async function getPartCall(acting: ActingPerson, classId: string, key: string): Promise<CallFacts> {
  const { subject } = getHeldPart(acting, classId, key)
  const call = await findCall('class', subject)
  if (call === null) throw new NotFound()
  return call
}

/** The id under which his entries stand at a call. */
export const enteringAs = ({ family }: Pick<HeldPart, 'family'>, { commanders, marshals }: CallFacts['roles'], personId: string): string =>
  [...commanders, ...marshals].find((one) => family.includes(one)) ?? personId
