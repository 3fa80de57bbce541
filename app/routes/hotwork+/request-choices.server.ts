import { positionName } from '~/content/duty-lines.server'
import { hotWorkRules } from '~/content/hot-work.server'
import { getJob } from '~/content/jobs.server'
import { allLicenceKinds } from '~/content/licences.server'
import { type SitePost, sitePosts } from '~/data/hotwork/site-people.server'
import { timeOf } from '~/domain/hotwork/hours'
import { type Day, formatDay } from '~/domain/shared/day'
import type { Locale } from '~/i18n/config'
import { translator } from '~/i18n/translator'
import type { RequestChoices } from '~/ui/hotwork/request-form'
import type { Site } from '~/usecases/hotwork/site.server'

/** The next full half hour, as a beginning that can be kept. */
function nextHalfHour(now: Date): string {
  const half = 30 * 60_000
  return timeOf(new Date(Math.ceil(now.getTime() / half) * half))
}

/** What the request's form offers: people by how likely they are, kinds with what licence counts, measures, and times that fit. */
export function requestChoices(site: Site, now: Date, today: Day, locale: Locale): RequestChoices {
  const rules = hotWorkRules()
  const { t } = translator(locale)
  const posts = sitePosts(site.unit.id, today)
  const label = ({ name, position }: SitePost) => `${name} · ${positionName(position, locale)}`
  const isFirst = (list: readonly string[]) => (post: SitePost) => list.includes(post.position)
  const option = (group: string) => (post: SitePost) => ({ value: post.id, label: label(post), group })
  const isWorker = isFirst(rules.people.workers)
  const isGuard = isFirst(rules.people.guards)
  const topics = new Set(rules.kinds.flatMap(({ id }) => getJob(id).asks.flatMap(({ counts = [] }) => counts)))
  const from = nextHalfHour(now)
  return {
    today: formatDay(today),
    from,
    to: timeOf(new Date(now.getTime() + 150 * 60_000 - (now.getTime() % 1_800_000))),
    kinds: rules.kinds.map(({ id }) => ({ id, name: getJob(id)[locale], plain: getJob(id).plain[locale] })),
    workers: posts.filter(isWorker).map((post) => ({ id: post.id, name: label(post) })),
    otherWorkers: posts.filter((post) => !isWorker(post)).map((post) => ({ value: post.id, label: label(post) })),
    guards: [
      ...posts.filter(isGuard).map(option(t('hotwork:ask.guardsFirst'))),
      ...posts.filter((post) => !isGuard(post)).map(option(t('hotwork:ask.guardsOther'))),
    ],
    measures: rules.measures.map(({ id, name, when }) => ({ id, name: name[locale], always: when === undefined })),
    licences: [...allLicenceKinds().values()]
      .filter(({ evidence }) => evidence.topics.some((topic) => topics.has(topic)))
      .map(({ id, name }) => ({ value: id, label: name[locale] })),
    policy: rules.window.policy[locale],
  }
}
