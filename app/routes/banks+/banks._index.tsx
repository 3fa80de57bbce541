import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type LocalQuestion, questionsOfPlace } from '~/data/banks/local-questions.server'
import { plainWords } from '~/domain/banks/markdown'
import { awaitsVerdict, questionStates } from '~/domain/banks/question-state'
import { beginningOf } from '~/domain/banks/question-text'
import { isRefused } from '~/domain/shared/refusal'
import { formOf, refusedForm } from '~/http/forms.server'
import { readQuery } from '~/http/query.server'
import { type Signed, serve } from '~/http/serve.server'
import { BankList, type BankListFacts, type ListedQuestion } from '~/ui/banks/bank-list'
import { titled } from '~/ui/shell/title'
import { judgeQuestions } from '~/usecases/banks/judge-questions.server'
import { getKeptBank, keptBanks } from '~/usecases/banks/reached-bank.server'

const aPage = 50

const placeAsked = (ctx: Signed, asked: string | null) => (asked === null ? keptBanks(ctx)[0] : getKeptBank(ctx, asked))

function listed({ id, latest, state }: LocalQuestion, accountId: string): ListedQuestion {
  const { kind, stem, difficulty, point } = latest.body
  const wording = awaitsVerdict(state) && latest.by !== accountId ? latest.id : null
  return { id, kind, state, difficulty, point, wording, stem: beginningOf(plainWords(stem), 90) }
}

export const loader = serve('supervisor', (ctx, { request }): BankListFacts => {
  const query = readQuery(request)
  const { id, name } = placeAsked(ctx, query.text('place'))
  const all = questionsOfPlace(id)
  const [text, point] = [query.text('text') ?? '', query.text('point') ?? '']
  const state = query.oneOf('state', questionStates)
  const difficulty = query.oneOf('difficulty', ['1', '2', '3'])
  const meant = all.filter(({ state: is, latest: { body } }) => {
    const words = [body.stem, ...body.options, body.explanation].join('\n').toLowerCase()
    const isText = words.includes(text.toLowerCase())
    return (
      isText &&
      (state === null || is === state) &&
      (difficulty === null || String(body.difficulty) === difficulty) &&
      (point === '' || body.point === point)
    )
  })
  const pages = Math.max(1, Math.ceil(meant.length / aPage))
  const page = Math.min(query.page(), pages)
  const waiting = all.filter((one) => awaitsVerdict(one.state))
  const points = [...new Set(all.map(({ latest }) => latest.body.point))]
    .filter((one) => one !== '')
    .sort((one, other) => one.localeCompare(other, 'zh'))
  return {
    ...{ place: { id, name }, page, pages, found: meant.length, search: query.search },
    filter: {
      places: keptBanks(ctx).map((place) => ({ value: place.id, label: `${'　'.repeat(place.depth)}${place.name}` })),
      ...{ points, chosen: { text, state: state ?? '', difficulty: difficulty ?? '', point } },
    },
    counts: {
      ...{ all: all.length, inUse: all.filter(({ inUse }) => inUse !== null).length, waiting: waiting.length },
      mine: waiting.filter(({ latest }) => latest.by === ctx.actor.accountId).length,
    },
    rows: meant.slice((page - 1) * aPage, page * aPage).map((one) => listed(one, ctx.actor.accountId)),
    done: query.oneOf('done', ['approved', 'written']),
  }
})

export const action = serve('supervisor', async (ctx, { request }) => {
  const place = placeAsked(ctx, readQuery(request).text('place'))
  const form = await formOf(request)
  const wordings = form.getAll('wordings').flatMap((value) => (typeof value === 'string' ? [value] : []))
  const outcome = await judgeQuestions(ctx, { placeId: place.id, wordings: wordings.slice(0, aPage), verdict: 'approved', note: '' })
  return isRefused(outcome) ? refusedForm(outcome, form) : redirect(`/banks?place=${place.id}&done=approved`, 303)
})

export const handle = titled<typeof loader>((t, { place }) => t('banks:list.title', { place: place.name }))

export default function Bank() {
  return <BankList facts={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
