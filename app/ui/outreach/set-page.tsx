import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'
import { Button, LinkButton } from '~/ui/kit/button'
import { AloudItem, type Script } from './aloud-item'
import { type Frame, FrontFrame } from './front-frame'

export type PackedSetFacts = {
  id: string
  title: string
  forWhom: string
  plan: readonly string[]
  where: readonly { spot: string; slug: string; title: string; href: string; picture: Frame }[]
  lessons: readonly { slug: string; title: string; line: string; href: string }[]
  aloud: readonly { script: Script; when: string }[]
  facts: readonly { of: string; isReprint: boolean; says: string }[]
}

/** One packed set (五进): who uses it, what to do, what hangs where, what is read out. `files` is the place of what can be taken away. */
export function SetPage({ set, files = null }: { set: PackedSetFacts; files?: ReactNode }) {
  const { t } = useTranslation('outreach')
  return (
    <>
      <p className="no-print">
        <a href="/sets" className="inline-flex min-h-touch items-center">
          {t('sets.title')}
        </a>
      </p>
      <h1>{set.title}</h1>
      <p className="mt-2 max-w-measure text-18">{set.forWhom}</p>
      {files}
      <p className="no-print mt-6 flex flex-wrap gap-x-5 gap-y-2">
        <Button type="button" data-print hidden>
          {t('sets.print')}
        </Button>
        <LinkButton href={`/aloud.txt?set=${set.id}`} download>
          {t('sets.text')}
        </LinkButton>
      </p>
      <Plan steps={set.plan} />
      <Where spots={set.where} />
      <Lessons lessons={set.lessons} />
      <section aria-labelledby="aloud" className="mt-10 border-t border-line pt-8 print:break-before-page">
        <h2 id="aloud">{t('sets.aloud')}</h2>
        <div className="grid gap-x-12 lg:grid-cols-2 print:block">
          {set.aloud.map(({ script, when }) => (
            <AloudItem key={script.slug} script={script} when={when} />
          ))}
        </div>
      </section>
      <Facts facts={set.facts} />
    </>
  )
}

function Plan({ steps }: { steps: PackedSetFacts['plan'] }) {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="plan" className="mt-10 border-t border-line pt-8">
      <h2 id="plan">{t('sets.plan')}</h2>
      <ol className="mt-4 max-w-measure">
        {steps.map((step, nth) => (
          <li key={step} className="grid break-inside-avoid grid-cols-[2.5rem_1fr] items-baseline py-2">
            <span aria-hidden="true" className="text-22 font-semibold text-indigo">
              {nth + 1}
            </span>
            <span className="text-18">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Where({ spots }: { spots: PackedSetFacts['where'] }) {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="where" className="mt-10 border-t border-line pt-8">
      <h2 id="where">{t('sets.where')}</h2>
      <ul className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
        {spots.map(({ spot, slug, title, href, picture }) => (
          <li key={slug} className="break-inside-avoid">
            <FrontFrame picture={picture} isBeside={false} />
            <h3 className="mt-2">{spot}</h3>
            <p>
              <a href={href} className="inline-flex min-h-touch items-center print:min-h-0">
                {title}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Lessons({ lessons }: { lessons: PackedSetFacts['lessons'] }) {
  const { t } = useTranslation('outreach')
  return (
    <section aria-labelledby="lessons" className="mt-10 border-t border-line pt-8">
      <h2 id="lessons">{t('sets.lessons', { count: lessons.length })}</h2>
      <ul className="mt-2 grid gap-x-12 lg:grid-cols-2 print:grid-cols-2">
        {lessons.map(({ slug, title, line, href }) => (
          <li key={slug} className="break-inside-avoid border-b border-line py-3 print:py-1">
            <a href={href} className="inline-flex min-h-touch items-center font-semibold print:min-h-0">
              {title}
            </a>
            <p className="text-ink2">{line}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ facts }: { facts: PackedSetFacts['facts'] }) {
  const { t } = useTranslation('outreach')
  return (
    <details className="mt-10 border-t border-line pt-4 text-ink2">
      <summary className="opens inline-flex min-h-touch items-center underline underline-offset-4">{t('sets.facts')}</summary>
      <ul className="max-w-measure">
        {facts.map(({ of, isReprint, says }) => (
          <li key={of + says} className="py-1">
            {of}
            {isReprint && t('micro.reprint')}：{says}
          </li>
        ))}
      </ul>
    </details>
  )
}
