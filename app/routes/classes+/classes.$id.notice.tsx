import { useLoaderData } from '@remix-run/react'
import { invitationsOf } from '~/data/classes/invitations.server'
import { findSubjectNames } from '~/data/duties/subject-names.server'
import { letterText, messageText } from '~/documents/classes/notice-text'
import { formatDay } from '~/domain/shared/day'
import { settings } from '~/env.server'
import { readQuery } from '~/http/query.server'
import { param, serve } from '~/http/serve.server'
import { locales } from '~/i18n/config'
import { NoticeTextsView } from '~/ui/classes/notice-texts'
import { titled } from '~/ui/shell/title'
import { getLedClass } from '~/usecases/classes/reached-class.server'
import { letterOf } from './invitation-page.server'

const pageSize = 20
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare

/** What is written to those who are asked: one short message, and a letter to each. */
export const loader = serve('person', async (ctx, { request, params }) => {
  const { facts, programme } = await getLedClass(ctx, param(params, 'id'))
  const query = readQuery(request)
  const locale = query.oneOf('language', locales) ?? ctx.locale
  const only = query.oneOf('only', ['unanswered'] as const)
  const address = `${settings().publicUrl}/me/classes`
  const ground = {
    ...{ locale, address, programme: programme.body.title, place: programme.place.name, body: facts.body },
    ...{ lines: letterOf(programme.body.template, locale), on: formatDay(ctx.today) },
  }
  const invited = invitationsOf(facts).filter(({ answer, hasLeft }) => !hasLeft && (only === null || answer === null))
  const names = findSubjectNames(invited.map(({ subjectId }) => subjectId))
  const asked = invited.sort((one, other) => byName(names.get(one.subjectId) ?? '', names.get(other.subjectId) ?? ''))
  const pages = Math.max(1, Math.ceil(asked.length / pageSize))
  const page = Math.min(query.page(), pages)
  const shown = asked.slice((page - 1) * pageSize, page * pageSize)
  return {
    ...{ id: facts.id, title: facts.body.title, language: locale, only: only ?? '', page, pages, total: asked.length },
    search: query.search.slice(1),
    message: messageText(ground),
    letters: shown.map(({ id, subjectId, answer }) => {
      const name = names.get(subjectId) ?? ''
      const own = { name, classroom: answer?.classroomId ?? null, address: `${settings().publicUrl}/invitations/${id}` }
      return { id, name, text: letterText(ground, own) }
    }),
  }
})

export const handle = titled<typeof loader>((t, { title }) => `${t('classroom:notices.title')} · ${title}`)

export default function NoticeOfClass() {
  return <NoticeTextsView page={useLoaderData<typeof loader>()} />
}
