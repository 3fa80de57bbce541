import { useTranslation } from '~/i18n/words'

/** What a person does or did at the unit, to be read only. */
export function PostsHeld({ posts }: { posts: { id: string; position: string; from: string; to: string | null }[] }) {
  const { t } = useTranslation('people')
  return (
    <section aria-labelledby="posts" className="mt-10 max-w-measure">
      <h2 id="posts" className="text-18">
        {t('person.posts')}
      </h2>
      <ul className="mt-3 divide-y divide-line border-y border-line">
        {posts.map((post) => (
          <li key={post.id} className="flex flex-wrap items-baseline justify-between gap-x-6 py-4">
            <span className="font-semibold">{post.position}</span>
            <span className="text-ink2">
              {post.to === null ? t('person.since', { from: post.from }) : t('person.span', { from: post.from, to: post.to })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
