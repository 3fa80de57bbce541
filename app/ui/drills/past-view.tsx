import type { FormAnswer } from '~/domain/shared/refusal'
import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { TextArea } from '~/ui/kit/field'
import { Notice } from '~/ui/kit/notice'
import type { HeldPage } from './log'
import { HeldErrors, NoticeAndSign, SameDrill, WhatElse, WhatWhenWhere, WhoWasThere } from './log-fields'
import { PhotoField } from './past-photo'
import { Answers } from './redrill-view'

/** A drill of before, entered after the fact; or one written down afterwards, corrected. */
export function PastView({ page, answer }: { page: HeldPage; answer: FormAnswer | undefined }) {
  const { t } = useTranslation('drillrecord')
  const { unit, correcting, values, people } = page
  const back = correcting === null ? `/units/${unit.id}/drills` : `/drills/${values.id}/record`
  return (
    <div className="max-w-md">
      <p>
        <a href={back} className="inline-flex min-h-touch items-center">
          {t('held.back')}
        </a>
      </p>
      <p className="text-ink2">{unit.name}</p>
      <h1 className="mb-5 mt-1">{t(correcting === null ? 'past.title' : 'past.correct')}</h1>
      {correcting === null ? (
        <p className="mb-5 text-ink2">{t('past.what')}</p>
      ) : (
        <Notice title={t('past.reason', { reason: correcting.reason })}>{t('past.correctWhat')}</Notice>
      )}
      <form method="post" encType="multipart/form-data">
        <HeldErrors answer={answer} />
        <SameDrill answer={answer} />
        <Answers answers={page.answers} />
        <WhatWhenWhere page={page} answer={answer} isToday={correcting?.way === 'logged'} />
        <TextArea
          name="names"
          label={t('past.names')}
          hint={t('past.namesHint')}
          rows={4}
          answer={answer ?? { errors: {}, values: { names: values.names ?? '' } }}
        />
        <WhoWasThere page={page} answer={answer} summary={t('past.people', { count: people.length })} />
        <WhatElse page={page} answer={answer} />
        <NoticeAndSign page={page} answer={answer} />
        {correcting === null && <PhotoField answer={answer} />}
        <Button weight="primary" className="w-full sm:w-auto">
          {t(correcting === null ? 'past.submit' : 'past.submitCorrection')}
        </Button>
      </form>
    </div>
  )
}
