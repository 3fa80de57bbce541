import { type Route, routesBeside } from '~/domain/classes/other-routes'
import type { ProgrammeBody } from '~/domain/classes/programme-body'
import { givenTo, isFor } from '~/domain/learn/course-seats'
import type { Locale } from '~/i18n/config'
import { catalogue } from './catalogue.server'
import { countedWords } from './duty-lines.server'
import { dutyNow } from './local-duties.server'

type Asked = Pick<ProgrammeBody, 'binds' | 'duty' | 'evidence' | 'topic' | 'audience'>
/** course: the one that leads there, where there is one. */
export type ShownRoute = Route & { words: string; course: string | null }

/** What the duty of a programme accepts besides its class. Nothing where it answers no duty, or the duty binds others than those on its list. */
export function otherRoutes(body: Asked): Route[] {
  const rule = dutyNow(body.duty)?.rule
  return rule === undefined || rule.binds !== body.binds ? [] : routesBeside(body, rule.counts)
}

/** A course that somebody of the audience may take and that gives this evidence. */
function courseTo({ kind, topic }: Route, positions: readonly string[]): string | null {
  for (const { id, zh } of catalogue().courses.values())
    for (const position of positions)
      if (isFor(zh.positions, position) && givenTo(zh.gives, position).some((one) => one.kind === kind && one.topic === topic)) return id
  return null
}

export const routeWords = ({ kind, topic }: Route, locale: Locale): string => countedWords(kind, topic, locale)

/** The same in words, each with the course that leads there. */
export const shownRoutes = (body: Asked, locale: Locale): ShownRoute[] =>
  otherRoutes(body).map((route) => ({ ...route, words: routeWords(route, locale), course: courseTo(route, body.audience.positions) }))
