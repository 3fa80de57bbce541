import type { FormAnswer } from '~/domain/shared/refusal'
import type { RoomTrait } from '~/domain/watch/rules'
import { dayText } from '~/i18n/format'
import { useTranslation } from '~/i18n/words'
import { useLocale } from '~/ui/duties/use-locale'
import { Button } from '~/ui/kit/button'
import { Field, TextArea } from '~/ui/kit/field'
import { Icon } from '~/ui/kit/icons'
import { Part } from '~/ui/org/facts'
import type { RoomPage } from './room-view'
import { RulesList } from './rules-list'
import type { RuleShown } from './shown'

export type TraitShown = { trait: RoomTrait; has: boolean; since: string | null }
export type HeldException = { id: string; rule: RuleShown; proof: string; since: string; by: string; isEnding: boolean }

/** What the room is, and for its manager what can be changed, each from a day on. */
export function RoomSettings({ page, answer }: { page: RoomPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  const isManager = page.side === 'manager'
  return (
    <>
      <Part title={t('room.traits')}>
        <p className="py-2 text-ink2">{t('room.jurisdiction', { name: page.jurisdiction })}</p>
        <ul className="max-w-measure">
          {page.traits.map((trait) => (
            <Trait key={trait.trait} trait={trait} today={page.today} isManager={isManager} />
          ))}
        </ul>
      </Part>
      {(page.held.length > 0 || page.open.length > 0) && (
        <Part title={t('exception.title')}>
          {page.held.map((held) => (
            <Held key={held.id} held={held} isManager={isManager} />
          ))}
          {page.open.map((rule) => (
            <Open key={rule.id} rule={rule} today={page.today} isManager={isManager} answer={answer} />
          ))}
        </Part>
      )}
      {isManager && !page.room.over && (
        <details className="no-print mt-10">
          <summary className="opens inline-flex min-h-touch items-center text-ink2">{t('end.title')}</summary>
          <form method="post" className="mt-3 max-w-measure">
            <p className="mb-4">{t('end.text')}</p>
            <Field name="typed" label={t('end.typed', { name: page.room.name })} answer={answer} autoComplete="off" />
            <Button weight="danger" name="intent" value="end">
              {t('end.do')}
            </Button>
          </form>
        </details>
      )}
    </>
  )
}

function Trait({ trait: { trait, has, since }, today, isManager }: { trait: TraitShown; today: string; isManager: boolean }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <li className="border-b border-line py-3">
      <p className={`inline-flex items-center gap-2 ${has ? '' : 'text-ink2'}`}>
        <Icon name={has ? 'met' : 'waived'} />
        {t(has ? `trait.${trait}` : `trait.not.${trait}`)}
        {since !== null && <span className="text-14 text-ink2">{t('rule.since', { day: dayText(since, locale) })}</span>}
      </p>
      {isManager && (
        <details className="no-print">
          <summary className="opens inline-flex min-h-touch items-center text-14">{t('trait.change')}</summary>
          <form method="post" className="flex flex-wrap items-end gap-3 py-2">
            <input type="hidden" name="trait" value={trait} />
            <input type="hidden" name="has" value={has ? 'no' : 'yes'} />
            <label>
              {t(has ? 'trait.endFrom' : 'trait.hasFrom')}
              <input
                type="date"
                name="from"
                defaultValue={today}
                max={today}
                className="mt-1 block min-h-touch rounded border border-field bg-raised px-3"
              />
            </label>
            <Button name="intent" value="trait">
              {t(has ? 'trait.end' : 'trait.add')}
            </Button>
          </form>
        </details>
      )}
    </li>
  )
}

function Held({ held, isManager }: { held: HeldException; isManager: boolean }) {
  const { t } = useTranslation('watch')
  const locale = useLocale()
  return (
    <div className="max-w-measure border-b border-line py-3">
      <RulesList rules={[held.rule]} />
      <p className="mt-2">{t('exception.proof', { proof: held.proof })}</p>
      <p className="text-14 text-ink2">{t('exception.since', { day: dayText(held.since, locale), by: held.by })}</p>
      {held.isEnding && <p className="text-due">{t('exception.ending')}</p>}
      {isManager && !held.isEnding && (
        <form method="post" className="no-print mt-3">
          <input type="hidden" name="heldId" value={held.id} />
          <Button name="intent" value="endException">
            {t('exception.end')}
          </Button>
        </form>
      )}
    </div>
  )
}

function Open({ rule, today, isManager, answer }: { rule: RuleShown; today: string; isManager: boolean; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('watch')
  return (
    <div className="py-3">
      <p className="max-w-measure">{t('exception.open')}</p>
      <RulesList rules={[rule]} />
      {isManager && (
        <details className="no-print" open={answer?.values.exception === rule.id}>
          <summary className="opens inline-flex min-h-touch items-center">{t('exception.use')}</summary>
          <form method="post" className="mt-3 max-w-measure">
            <input type="hidden" name="exception" value={rule.id} />
            <TextArea name="proof" label={t('exception.proofLabel')} hint={t('exception.proofHint')} answer={answer} rows={3} required />
            <Field name="since" label={t('exception.sinceLabel')} type="date" value={today} max={today} answer={answer} required />
            <Button name="intent" value="exception">
              {t('exception.do')}
            </Button>
          </form>
        </details>
      )}
    </div>
  )
}
