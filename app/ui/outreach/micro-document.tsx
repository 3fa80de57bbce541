import { type Asked, asked, type Choice, type Given, nextOf } from '~/domain/outreach/micro-answers'
import { useTranslation } from '~/i18n/words'
import { type MicroView, microAddress, posterAddress } from './micro-view'
import { PosterNotice } from './poster-notice'

type Option = { id: Choice; text: string; right: boolean; because: string }
export type ShownLesson = {
  slug: string
  title: string
  line: string
  picture: string
  frames: readonly { text: string; alt: string }[]
  questions: Readonly<Record<Asked, { stem: string; options: readonly Option[] }>>
  promise: string
  facts: readonly { of: string; isReprint: boolean; says: string }[]
}
/** Where the reader came from: a poster by its code with the place where it hangs, a code that nobody knows, or the lesson's own address. */
export type CameBy = { kind: 'address' } | { kind: 'poster'; code: string; place: string } | { kind: 'unknown' }
export type MicroFacts = {
  lesson: ShownLesson
  view: MicroView
  given: Given
  next: { slug: string; title: string } | null
  by: CameBy
}

/** The address of this very page without what was answered: forms come back to it. */
export const hereOf = ({ by, lesson, view }: Pick<MicroFacts, 'by' | 'lesson' | 'view'>): string =>
  by.kind === 'poster' ? posterAddress(by.code, view) : microAddress(lesson.slug, view)

/** What was answered before, carried by each form, so that every address says all of it. */
function Carried({ given, but }: { given: Given; but: Asked | null }) {
  return asked.map((name) => name !== but && given[name] !== null && <input key={name} type="hidden" name={name} value={given[name]} />)
}

/** One question after the answer: the right option and the one that was chosen, each with its reason. */
function Answered({ options, chosen }: { options: readonly Option[]; chosen: Choice }) {
  const { t } = useTranslation('outreach')
  return options.map(({ id, text, right, because }) => (
    <div key={id} className={right ? 'pick right' : id === chosen ? 'pick wrong' : 'pick'}>
      {text}
      {(id === chosen || right) && (
        <p className="why">
          <b>{t(right ? 'micro.right' : 'micro.wrong')}</b> {because}
        </p>
      )}
    </div>
  ))
}

function Question({ lesson, view, given, by, name, nth }: Omit<MicroFacts, 'next'> & { name: Asked; nth: number }) {
  const { t } = useTranslation('outreach')
  const { stem, options } = lesson.questions[name]
  const chosen = given[name]
  return (
    <section id={name} aria-labelledby={`${name}-stem`}>
      <p className="n">{t('micro.question', { nth })}</p>
      <h2 id={`${name}-stem`}>{stem}</h2>
      {chosen === null ? (
        <form action={`${hereOf({ by, lesson, view })}#${name}`}>
          <Carried given={given} but={name} />
          {options.map(({ id, text }) => (
            <button key={id} type="submit" name={name} value={id}>
              {text}
            </button>
          ))}
        </form>
      ) : (
        <Answered options={options} chosen={chosen} />
      )}
    </section>
  )
}

/** One thing for today, and then the next lesson. */
function Today({ lesson, view, given, next, by }: MicroFacts) {
  const { t } = useTranslation('outreach')
  const right = asked.filter((name) => lesson.questions[name].options.some((option) => option.right && option.id === given[name])).length
  return (
    <section id="promise">
      <p className="n">{t('micro.score', { right, all: asked.length })}</p>
      <h2>{lesson.promise}</h2>
      {given.promised ? (
        <p className="line">{t('micro.promised')}</p>
      ) : (
        <form action={`${hereOf({ by, lesson, view })}#promise`}>
          <Carried given={given} but={null} />
          <button type="submit" className="go" name="promise" value="yes">
            {t('micro.promise')}
          </button>
        </form>
      )}
      {next && (
        <p className="line">
          <a href={microAddress(next.slug, view)}>{t('micro.next', { title: next.title })}</a>
        </p>
      )}
    </section>
  )
}

/** A whole ninety-second lesson: the story, its questions one after the other, and the promise. */
export function MicroLesson(facts: MicroFacts) {
  const { t } = useTranslation('outreach')
  const { lesson, given } = facts
  const pending = nextOf(given)
  return (
    <main id="main">
      <PosterNotice by={facts.by} />
      <h1>{lesson.title}</h1>
      <p className="line">{lesson.line}</p>
      <ol className="story">
        {lesson.frames.map(({ text, alt }, nth) => (
          <li key={text}>
            <svg viewBox={`0 ${nth * 200} 320 200`} role="img" aria-label={alt}>
              <image href={lesson.picture} width="320" height={lesson.frames.length * 200} />
            </svg>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {asked
        .filter((name) => given[name] !== null || name === pending)
        .map((name) => (
          <Question key={name} {...facts} name={name} nth={asked.indexOf(name) + 1} />
        ))}
      {pending === null && <Today {...facts} />}
      <details>
        <summary>{t('micro.sources')}</summary>
        <ul>
          {lesson.facts.map(({ of, isReprint, says }) => (
            <li key={says}>
              {of}
              {isReprint && t('micro.reprint')}：{says}
            </li>
          ))}
        </ul>
      </details>
    </main>
  )
}
