import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface PageProps {
  readonly title: string;
  /** Beside the title. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page's heading and content. Whoever comes from another page is taken to the heading, as loading a page would. */
export function Page({ title, tools, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · StrideLab`;
  }, [title]);
  useEffect(() => {
    if (document.documentElement.dataset.arrived === 'yes') heading.current?.focus({ preventScroll: true });
    document.documentElement.dataset.arrived = 'yes';
    window.scrollTo(0, 0);
  }, []);
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tools ? <div class="tools">{tools}</div> : null}
      </div>
      {children}
    </>
  );
}
