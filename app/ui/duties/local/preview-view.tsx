import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { type Fact, Facts } from '~/ui/org/facts'
import { useLocale } from '../use-locale'
import type { PreviewExample, ShownPreview, StandingWord } from './local-duty'

const moves = ['earlier', 'later', 'same', 'fresh', 'freed'] as const
const standings = ['due', 'overdue', 'met', 'idle', 'waived'] as const

/** What publishing would do: whom it binds, by when they have to do it, how dates move, and ten of those it touches. */
export function PreviewView({ preview }: { preview: ShownPreview }) {
  const { t } = useTranslation('localduties')
  const locale = useLocale()
  const { bound, units, on, dues, moreDues, examples } = preview
  const all = bound.unit + bound.person + bound.post
  return (
    <>
      <p className="text-18 font-semibold">{t('preview.answer', { count: all, units })}</p>
      <p className="text-ink2">{t('preview.on', { day: dayText(on, locale) })}</p>
      {all === 0 && <p className="mt-2">{t('preview.nobody')}</p>}
      <Facts facts={factsOf(preview, t)} />
      {dues.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">{t('preview.byWhen')}</h3>
          <ul>
            {dues.map(({ day, count }) => (
              <li key={day}>{t('preview.due', { day: dayText(day, locale), count })}</li>
            ))}
            {moreDues > 0 && <li className="text-ink2">{t('preview.moreDues', { count: moreDues })}</li>}
          </ul>
        </>
      )}
      {examples.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold">{t('preview.examples', { count: examples.length })}</h3>
          <ul>
            {examples.map((example) => (
              <Example key={example.id} example={example} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function factsOf({ bound, standings: found, moves: moved }: ShownPreview, t: ReturnType<typeof useTranslation>['t']): Fact[] {
  const kinds = (['person', 'post', 'unit'] as const).filter((kind) => bound[kind] > 0)
  return [
    ...kinds.map((kind) => ({ key: kind, label: t(`preview.bound.${kind}`), value: t('preview.count', { count: bound[kind] }) })),
    ...standings
      .filter((standing) => found[standing] > 0)
      .map((standing) => ({
        key: standing,
        label: t(`preview.standing.${standing}`),
        value: t('preview.count', { count: found[standing] }),
      })),
    ...(moved === null
      ? []
      : moves
          .filter((move) => moved[move] > 0)
          .map((move) => ({ key: move, label: t(`preview.move.${move}`), value: t('preview.count', { count: moved[move] }) }))),
  ]
}

function Example({ example: { name, unit, was, becomes } }: { example: PreviewExample }) {
  const { t } = useTranslation('localduties')
  const words = useStandingWords()
  return (
    <li className="border-b border-line py-2">
      <p className="font-semibold">
        {name}
        {unit !== name && <span className="font-normal text-ink2"> · {unit}</span>}
      </p>
      <p>{was === null ? words(becomes) : t('preview.change', { was: words(was), becomes: words(becomes) })}</p>
    </li>
  )
}

function useStandingWords(): (word: StandingWord | null) => string {
  const { t } = useTranslation('localduties')
  const locale = useLocale()
  return (word) => {
    if (word === null) return t('preview.is.unbound')
    return word.on === null ? t(`preview.is.${word.standing}`) : t(`preview.dated.${word.standing}`, { day: dayText(word.on, locale) })
  }
}
