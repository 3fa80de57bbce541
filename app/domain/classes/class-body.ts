import { z } from 'zod'

const words = (most: number) => z.string().trim().max(most)
const person = z.strictObject({ id: z.string(), name: z.string() })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** One part of a class on its day; from, to: HH:MM of that day (Asia/Shanghai). key: the programme's. */
const classPart = z.strictObject({
  key: z.string(),
  name: words(40).min(1),
  kind: z.enum(['lesson', 'test']),
  on: z.string(),
  from: time,
  to: time,
})
export type ClassPart = z.output<typeof classPart>

/** A room that takes part. The first is the main classroom. stream: where the others see it, '' without. */
const classroom = z.strictObject({
  id: z.string().min(1).max(60),
  name: words(60).min(1),
  place: words(120).min(1),
  seats: z.number().int().min(1).max(20_000),
  organiser: person,
  stream: words(300),
})
export type Classroom = z.output<typeof classroom>

/** What a class is to be. late: minutes after a part's beginning, and before its end, that are still forgiven. */
export const classBody = z.strictObject({
  title: words(80).min(1),
  parts: z.array(classPart).min(1).max(12),
  classrooms: z.array(classroom).min(1).max(40),
  late: z.number().int().min(0).max(120),
  notice: words(1000),
})
export type ClassBody = z.output<typeof classBody>

/** The instant of a time of day on a civil day, in milliseconds; Asia/Shanghai has no summer time. */
export const instantOf = (on: string, at: string): number => Date.parse(`${on}T${at}:00+08:00`)

export const beginsAt = ({ parts }: ClassBody): number => Math.min(...parts.map(({ on, from }) => instantOf(on, from)))
export const endsAt = ({ parts }: ClassBody): number => Math.max(...parts.map(({ on, to }) => instantOf(on, to)))

/** Whether two parts take place at the same time, wholly or in part. */
export const clash = (one: Pick<ClassPart, 'on' | 'from' | 'to'>, other: Pick<ClassPart, 'on' | 'from' | 'to'>): boolean =>
  one.on === other.on && one.from < other.to && other.from < one.to

/** The roll call of one part of a class is known by this name; null where a name is none. */
export const partSubject = (classId: string, key: string): string => `${classId}.${key}`
export function readPartSubject(subject: string): { classId: string; key: string } | null {
  const dot = subject.indexOf('.')
  return dot < 1 || dot === subject.length - 1 ? null : { classId: subject.slice(0, dot), key: subject.slice(dot + 1) }
}
