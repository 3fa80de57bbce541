/** The mark: an open door with a way out, in vermilion. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <rect x="3" y="3" width="26" height="26" rx="6" className="f-vermilion" />
      <path d="M11 24V9.5l8-2v18.8z" className="f-raised" />
      <path d="M21 9h2.5v15H21" className="f-none s-raised" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      <circle cx="16.6" cy="17" r="1.2" className="f-vermilion" />
    </svg>
  )
}
