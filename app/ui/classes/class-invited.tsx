import { useTranslation } from '~/i18n/words'
import { Button } from '~/ui/kit/button'
import { Field, Select } from '~/ui/kit/field'
import { Empty } from '~/ui/kit/notice'
import { Pager } from '~/ui/kit/pager'
import { type Column, Table } from '~/ui/kit/table'
import { type ClassPage, type InvitedRow, shows } from './class-page'

/** Who is asked to come and how each answered; and who may still be asked. */
export function Invited({ page }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  const { counts, filter, rows, total, leads } = page
  const columns = useColumns()
  const isChoice = filter.show === 'uninvited'
  return (
    <section id="invited" className="mt-10" aria-labelledby="invited-title">
      <h2 id="invited-title">{t(isChoice ? 'invited.choose' : 'invited.title')}</h2>
      {!isChoice && counts.invited > 0 && (
        <p className="mt-2">
          {t('invited.counts', {
            invited: counts.invited,
            comes: counts.comes,
            deputy: counts.deputy,
            waiting: counts.waiting,
            declined: counts.declined,
            none: counts.none,
          })}
          {counts.clashes > 0 && (
            <>
              {' '}
              <a href="?show=clash#invited" className="text-due">
                {t('invited.clashes', { count: counts.clashes })}
              </a>
            </>
          )}
        </p>
      )}
      {(counts.invited > 0 || filter.isOn) && <Filter page={page} />}
      {rows.length === 0 ? (
        <Empty title={t(filter.isOn ? 'invited.noneFound' : 'invited.none')}>
          {filter.isOn ? <a href="?#invited">{t('invited.showAll')}</a> : t(leads ? 'invited.noneWhat' : 'invited.noneRoom')}
        </Empty>
      ) : isChoice ? (
        <Choose rows={rows} />
      ) : (
        <Table
          caption={t('invited.title')}
          columns={columns}
          rows={rows}
          rowKey={({ member }) => member}
          rowAnchor={({ member }) => member}
        />
      )}
      {page.pages > 1 && <Pager page={page.page} pages={page.pages} total={total} search={filter.search} />}
    </section>
  )
}

function Filter({ page: { filter, rooms, uninvited } }: { page: ClassPage }) {
  const { t } = useTranslation('classroom')
  const any = t('filter.any')
  const options = shows
    .filter((value) => value !== 'uninvited' || uninvited !== null)
    .map((value) => ({ value, label: t(`reply.${value}`) }))
  return (
    <form method="get" action="#invited" className="no-print mt-4 grid grid-cols-2 items-end gap-x-4 lg:grid-cols-[1fr_1fr_1fr_auto]">
      <Select name="show" label={t('filter.reply')} options={options} empty={any} value={filter.show} />
      <Select
        name="room"
        label={t('filter.room')}
        options={rooms.map(({ name }) => ({ value: name, label: name }))}
        empty={any}
        value={filter.room}
      />
      <Field name="name" label={t('filter.name')} value={filter.name} maxLength={60} autoComplete="off" />
      <Button className="mb-5">{t('filter.show')}</Button>
    </form>
  )
}

function Choose({ rows }: { rows: readonly InvitedRow[] }) {
  const { t } = useTranslation('classroom')
  return (
    <form method="post" className="max-w-measure">
      <ul className="border-t border-line">
        {rows.map(({ member, name, beneath }) => (
          <li key={member} className="border-b border-line">
            <label className="flex min-h-touch items-center gap-3 py-1">
              <input type="checkbox" name="member" value={member} className="h-5 w-5 shrink-0" />
              <span>
                {name}
                {beneath !== '' && <span className="ml-2 text-14 text-ink2">{beneath}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button weight="primary" name="intent" value="invite-chosen" className="mt-4 w-full sm:w-auto">
        {t('ask.chosen')}
      </Button>
    </form>
  )
}

function useColumns(): Column<InvitedRow>[] {
  const { t } = useTranslation('classroom')
  return [
    {
      key: 'who',
      head: t('col.asked'),
      cell: ({ name, beneath, hasLeft }) => (
        <span className="block text-left">
          {name}
          {beneath !== '' && <span className="block text-14 font-normal text-ink2">{beneath}</span>}
          {hasLeft && <span className="block text-14 font-normal text-due">{t('invited.hasLeft')}</span>}
        </span>
      ),
    },
    {
      key: 'reply',
      head: t('col.reply'),
      cell: ({ reply, nth, why, clash }) => (
        <span className="block">
          {nth === null ? t(`reply.${reply}`) : t('reply.waitingNth', { n: nth })}
          {why !== '' && <span className="block text-14 text-ink2">{why}</span>}
          {clash !== '' && <span className="block text-14 text-due">{t('invited.clash', { title: clash })}</span>}
        </span>
      ),
    },
    {
      key: 'person',
      head: t('col.comes'),
      cell: ({ who, asDeputy, room, also }) =>
        who === '' ? (
          '–'
        ) : (
          <span className="block">
            {asDeputy ? t('invited.deputy', { name: who }) : who}
            <span className="block text-14 text-ink2">{room}</span>
            {also.length > 0 && (
              <span className="block text-14 text-ink2">{t('invited.also', { units: also.join(t('invited.join')) })}</span>
            )}
          </span>
        ),
    },
    {
      key: 'open',
      head: t('col.open'),
      isBare: true,
      cell: ({ invitation }) =>
        invitation === null ? null : (
          <a href={`/invitations/${invitation}`} className="no-print inline-flex min-h-touch items-center sm:inline">
            {t('invited.open')}
          </a>
        ),
    },
  ]
}
