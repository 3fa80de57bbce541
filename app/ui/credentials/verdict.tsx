import type { VerdictName } from '~/domain/credentials/verdict-view'
import { useTranslation } from '~/i18n/words'
import { Button } from '../kit/button'
import { Icon, type IconName } from '../kit/icons'

const good = { icon: 'met', colour: 'text-met' } as const
const unsure = { icon: 'due', colour: 'text-due' } as const
const quiet = { icon: 'waived', colour: 'text-ink2' } as const
const bad = { icon: 'barred', colour: 'text-vermilion' } as const
const looks: Record<VerdictName, { icon: IconName; colour: string }> = {
  'genuine-current': good,
  'genuine-lapsed': unsure,
  'genuine-earlier': unsure,
  'genuine-none': unsure,
  revoked: bad,
  superseded: quiet,
  withdrawn: bad,
  'refused-stolen': bad,
  'refused-retired': bad,
  'forged-signature': bad,
  'forged-unknown-key': bad,
  'forged-cut': unsure,
  'forged-damaged': bad,
  'forged-version': unsure,
  'forged-not-ours': quiet,
  'first-code': quiet,
  unchecked: unsure,
}

/** The answer in words. `when` is the instant of the list; the page's script fills {when} itself. */
export function VerdictHead({ name, when = '{when}' }: { name: VerdictName; when?: string }) {
  const { t } = useTranslation('verify')
  const { icon, colour } = looks[name]
  return (
    <>
      <h2 className={`flex items-center gap-3 text-28 focus-visible:outline-none ${colour}`} tabIndex={-1} data-heading>
        <Icon name={icon} size={28} />
        <span>{t(`verdict.${name}.title`)}</span>
      </h2>
      <p className="mt-2 max-w-measure text-18" data-words>
        {t(`verdict.${name}.text`).replace('{when}', when)}
      </p>
    </>
  )
}

export const factNames = ['name', 'number', 'unit', 'position', 'course', 'passedOn', 'issuedAt', 'kid'] as const
export type StatementFacts = Record<(typeof factNames)[number], string>

/** What the signed statement says, to be held against the paper; empty for the page's script to fill. */
export function VerdictFacts({ facts, doubt, lapsed }: { facts: StatementFacts | null; doubt: string | null; lapsed: string | null }) {
  const { t } = useTranslation('verify')
  return (
    <>
      {(facts === null || lapsed !== null) && (
        <p className="mt-4 max-w-measure text-18 text-due" data-lapsed>
          {t('lapsed', { day: lapsed ?? '{day}' })}
        </p>
      )}
      <dl className="mt-6 max-w-measure border-b border-line">
        {factNames.map((name) => (
          <div key={name} className="flex gap-4 border-t border-line py-3">
            <dt className="w-28 shrink-0 text-ink2">{t(`fact.${name}`)}</dt>
            <dd className="min-w-0 break-words" data-fact={name}>
              {facts?.[name]}
            </dd>
          </div>
        ))}
      </dl>
      {(facts === null || doubt !== null) && (
        <p className="mt-4 max-w-measure text-due" data-doubt>
          {t('doubt', { day: doubt ?? '{day}' })}
        </p>
      )}
    </>
  )
}

/** Compares the printed name with the one the code was made for. Without scripts it is asked again with the text. */
export function NameCheck({ text, named, name }: { text: string; named: boolean | null; name: string }) {
  const { t } = useTranslation('verify')
  return (
    <form method="post" className="mt-6 max-w-measure" data-name-check>
      <input type="hidden" name="text" value={text} />
      <label htmlFor="printed-name" className="font-semibold">
        {t('nameLabel')}
      </label>
      <p id="printed-name-hint" className="text-14 text-ink2">
        {t('nameHint')}
      </p>
      <div className="mt-1 flex flex-wrap gap-3">
        <input
          id="printed-name"
          name="name"
          defaultValue={name}
          aria-describedby="printed-name-hint"
          autoComplete="off"
          maxLength={200}
          className="block min-h-touch min-w-0 flex-1 rounded border border-field bg-raised px-3 py-2 text-16 text-ink"
        />
        <Button>{t('nameCheck')}</Button>
      </div>
      <p className="mt-2 empty:hidden" role="status" data-named data-same={t('nameSame')} data-other={t('nameOther')}>
        {named === null ? null : t(named ? 'nameSame' : 'nameOther')}
      </p>
    </form>
  )
}
