import type { ReactNode } from "react";
import { Conversation, titleOf } from "./conversation.tsx";
import { Icon, type IconName } from "./icons.tsx";
import { Profile } from "./profile.tsx";
import type { ShellProps } from "./shell-props.ts";
import { Sidebar } from "./sidebar.tsx";
import type { Viewer } from "./viewer.ts";

/** The whole page; its script fills in the messages and keeps them fresh. */
export function Shell(props: ShellProps): ReactNode {
  const { viewer, open } = props;
  const { state, person } = viewer;
  return (
    <html lang={person.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${titleOf(viewer, open)} - ${state.team.name} - Playground`}</title>
        <link rel="icon" href="/page/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page/blocks.css" />
        <link rel="stylesheet" href="/page/page.css" />
        <link rel="stylesheet" href="/page/content.css" />
        <script type="module" src="/page/client/main.js" />
      </head>
      <body data-user={person.id} data-channel={open.channel} data-home={open.isHome ? "yes" : "no"}>
        <TopBar viewer={viewer} />
        <div className="workspace">
          <Rail {...props} />
          <div className="panes">
            <Sidebar {...props} />
            <Conversation {...props} />
            <aside className="thread-pane" id="thread" hidden />
          </div>
        </div>
        <div className="overlay" id="overlay" hidden />
        <script type="application/json" id="commands" dangerouslySetInnerHTML={{ __html: hints(props) }} />
      </body>
    </html>
  );
}

/** The command hints as JSON inside a script element: `<` is escaped, so that no text can end the element. */
function hints({ settings, viewer }: ShellProps): string {
  const { commands, shortcuts } = settings;
  return JSON.stringify({
    commands,
    shortcuts,
    words: { none: viewer.words.noResults, cancel: viewer.words.cancel },
  }).replaceAll("<", String.raw`\u003c`);
}

function TopBar({ viewer }: { readonly viewer: Viewer }): ReactNode {
  return (
    <header className="top-bar">
      <Icon name="clock" size={18} />
      <div className="search">
        <Icon name="search" size={16} /> {viewer.words.search(viewer.state.team.name)}
      </div>
      <Icon name="help" size={18} />
    </header>
  );
}

function Rail(props: ShellProps): ReactNode {
  const { viewer } = props;
  const entries: readonly (readonly [IconName, string])[] = [
    ["home", viewer.words.home],
    ["dms", "DMs"],
    ["activity", viewer.words.activity],
    ["later", viewer.words.later],
    ["more", viewer.words.more],
  ];
  return (
    <nav className="rail">
      <span className="team-picture">{viewer.state.team.name.charAt(0)}</span>
      {entries.map(([icon, label], index) => (
        <span key={icon} className={index === 0 ? "rail-entry active" : "rail-entry"}>
          <span className="rail-icon">
            <Icon name={icon} />
          </span>
          {label}
        </span>
      ))}
      <span className="rail-space" />
      <Profile {...props} />
    </nav>
  );
}
