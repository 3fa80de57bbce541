import type { IncomingMessage } from 'node:http'
import { readClock } from './gateways/clock.server'
import { contextAround } from './http/caller.server'
import { civilDay } from './http/civil-day'
import type { FastKept } from './http/fast.server'
import { isFetchedAhead } from './routes/outreach+/asker.server'
import { answerByCode, answerByName, type LessonAnswer, lessonHeaders } from './routes/outreach+/lesson-answer.server'

const byName = /^\/m\/([^/?]+)(?:\/([^/?]+))?(?:\?(.*))?$/i
/** Also what is damaged, however long it is; the reports about a poster are the framework's. */
const byCode = /^\/q(?:\/([^/?]*))?(?:\/([^?]*))?(?:\?(.*))?$/i
const isReport = /^\/q\/[^/?]+\/report\/?(?:\?|$)/i

function plainOf(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '')
  } catch {
    return ''
  }
}

function answered(request: IncomingMessage): LessonAnswer | null {
  const url = request.url ?? ''
  const found = byName.exec(url) ?? (isReport.test(url) ? null : byCode.exec(url))
  if (found === null) return null
  const asking = { name: plainOf(found[1]), view: plainOf(found[2]), search: found[3] ?? '' }
  const { headers } = request
  const now = readClock()
  const asker = {
    isReader: !isFetchedAhead(String(headers['sec-purpose'] ?? headers.purpose ?? '')),
    address: contextAround(request).address,
    browser: headers['user-agent'] ?? '',
    holds: headers['if-none-match'] ?? null,
    today: civilDay(now),
    now,
  }
  return url.charAt(1).toLowerCase() === 'm' ? answerByName(asking, asker) : answerByCode(asking, asker)
}

/** The ninety-second lessons, by name and by code, from memory; null for every other address. */
export function fastLesson(request: IncomingMessage): FastKept | null {
  const answer = answered(request)
  if (answer === null) return null
  if (answer.kind === 'moved') return { status: 302, page: null, headers: { Location: answer.to } }
  const headers = lessonHeaders(answer)
  return answer.kind === 'same' ? { status: 304, page: null, headers } : { status: answer.status, page: answer.page, headers }
}
