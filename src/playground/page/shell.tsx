import type { ReactNode } from "react";
import { type Channel, directMessage } from "../state.ts";
import { AppPicture, Icon, type IconName, PersonPicture } from "./icons.tsx";
import { appName } from "./messages.tsx";
import type { PlaygroundSettings } from "./settings.ts";
import type { Viewer } from "./viewer.ts";
import { languages } from "./words.ts";

/** Which conversation or tab is open: a channel's id, or `home`. */
export interface Open {
  readonly channel: string;
  readonly isHome: boolean;
}

interface ShellProps {
  readonly viewer: Viewer;
  readonly open: Open;
  readonly settings: PlaygroundSettings;
  /** The person's role in the app, when the app tells. */
  readonly role: string | undefined;
}

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

/** Who one is: another person, another language, another role. */
function Profile({ viewer, settings, role, open }: ShellProps): ReactNode {
  const { state, person, words } = viewer;
  return (
    <details className="profile">
      <summary aria-label={words.switchPerson} title={words.switchPerson}>
        <PersonPicture name={person.realName} size={36} />
        <i className="presence" />
      </summary>
      <div className="profile-card">
        <strong>{person.realName}</strong>
        <small>{person.title}</small>
        <label>
          {words.language}
          <select data-act="language" defaultValue={languageOf(person.locale)}>
            {languages.map(({ tag, name, locale }) => (
              <option key={tag} value={tag} lang={locale}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {role === undefined ? null : (
          <label>
            {words.role}
            <select data-act="role" defaultValue={role}>
              {settings.roles.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <span className="profile-heading">{words.switchPerson}</span>
        {[...state.people.values()]
          .filter(({ id, team }) => id !== person.id && team === state.team.id)
          .map(({ id, name, realName, title }) => (
            <a key={id} href={`/?user=${name}${open.isHome ? "&home=1" : ""}`} data-person={name}>
              <PersonPicture name={realName} size={24} /> {realName} <small>{title}</small>
            </a>
          ))}
      </div>
    </details>
  );
}

function languageOf(locale: string): string {
  const language = languages.find((entry) => locale.startsWith(entry.locale)) ?? languages[0];
  return language?.tag ?? "en-US";
}

function Sidebar({ viewer, open }: ShellProps): ReactNode {
  const { state, person, words } = viewer;
  const channels = [...state.channels.values()].filter(
    (channel) => channel.kind !== "im" && channel.members.has(person.id),
  );
  const others = [...state.people.values()].filter(
    ({ team, id }) => team === state.team.id && id !== person.id,
  );
  const dm = directMessage(state, person.id);
  return (
    <nav className="sidebar">
      <h1>
        <span>
          {state.team.name} <Icon name="caret" size={16} />
        </span>
        <Icon name="pencil" size={18} />
      </h1>
      <h2>
        <Icon name="caret" size={14} /> {words.channels}
      </h2>
      {channels.map((channel) => (
        <ChannelLink key={channel.id} channel={channel} viewer={viewer} open={open} />
      ))}
      <h2>
        <Icon name="caret" size={14} /> {words.directMessages}
      </h2>
      {[person, ...others].map(({ id, realName }) => (
        <span key={id} className="sidebar-entry still">
          <PersonPicture name={realName} size={20} />
          <bdi>{realName}</bdi>
          {id === person.id ? <small>{words.you}</small> : null}
        </span>
      ))}
      <h2>
        <Icon name="caret" size={14} /> {words.apps}
      </h2>
      <a
        className={open.channel === dm.id ? "sidebar-entry active" : "sidebar-entry"}
        href={`/?user=${person.name}&channel=${dm.id}`}
        data-link={dm.id}
      >
        <AppPicture size={20} /> {appName(viewer)}
      </a>
    </nav>
  );
}

function ChannelLink(props: {
  readonly channel: Channel;
  readonly viewer: Viewer;
  readonly open: Open;
}): ReactNode {
  const { channel, viewer, open } = props;
  const isOpen = open.channel === channel.id && !open.isHome;
  return (
    <a
      className={isOpen ? "sidebar-entry active" : "sidebar-entry"}
      href={`/?user=${viewer.person.name}&channel=${channel.id}`}
      data-link={channel.id}
    >
      <ChannelIcon channel={channel} size={16} />
      {channel.name}
    </a>
  );
}

function ChannelIcon({ channel, size }: { readonly channel: Channel; readonly size: number }): ReactNode {
  if (channel.kind === "private") return <Icon name="lock" size={size} />;
  return <Icon name={channel.isShared ? "shared" : "hash"} size={size} />;
}

function titleOf(viewer: Viewer, open: Open): string {
  const channel = viewer.state.channels.get(open.channel);
  return channel?.name ? `#${channel.name}` : appName(viewer);
}

function Conversation({ viewer, open }: ShellProps): ReactNode {
  const { state, words, person } = viewer;
  const channel = state.channels.get(open.channel);
  const isApp = channel?.kind === "im";
  return (
    <main className="conversation">
      <header className="channel-header">
        <h1>
          {isApp || channel === undefined ? (
            <AppPicture size={24} />
          ) : (
            <ChannelIcon channel={channel} size={18} />
          )}
          {isApp ? appName(viewer) : channel?.name}
          <Icon name="caret" size={14} />
        </h1>
        {channel === undefined || isApp ? null : <Members channel={channel} viewer={viewer} />}
      </header>
      <nav className="tabs">
        {isApp ? (
          <>
            <a
              href={`/?user=${person.name}&home=1`}
              className={open.isHome ? "tab active" : "tab"}
              data-tab="home"
            >
              {words.home}
            </a>
            <a
              href={`/?user=${person.name}&channel=${open.channel}`}
              className={open.isHome ? "tab" : "tab active"}
              data-tab="messages"
            >
              {words.messages}
            </a>
            <span className="tab">{words.about}</span>
          </>
        ) : (
          <>
            <span className="tab active">
              <Icon name="dms" size={15} /> {words.messages}
            </span>
            <span className="topic">{channel?.topic}</span>
          </>
        )}
      </nav>
      <section className="stream" id="stream" aria-live="polite" />
      {open.isHome ? null : (
        <Composer viewer={viewer} placeholder={words.messageTo(titleOf(viewer, open))} id="composer" />
      )}
    </main>
  );
}

function Members({ channel, viewer }: { readonly channel: Channel; readonly viewer: Viewer }): ReactNode {
  const people = [...channel.members].flatMap((id) => viewer.state.people.get(id) ?? []);
  return (
    <span className="members" title={viewer.words.members(channel.members.size)}>
      {people.slice(0, 3).map(({ id, realName }) => (
        <PersonPicture key={id} name={realName} size={22} />
      ))}
      {channel.members.size}
    </span>
  );
}

const formats: readonly IconName[] = ["bold", "italic", "strike", "link", "list", "code"];

/** The box that one writes in, with its popup of commands. */
function Composer(props: {
  readonly viewer: Viewer;
  readonly placeholder: string;
  readonly id: string;
}): ReactNode {
  const { words } = props.viewer;
  return (
    <form className="composer" id={props.id} autoComplete="off">
      <menu className="command-hints" hidden />
      <div className="composer-formats">
        {formats.map((name) => (
          <Icon key={name} name={name} size={18} />
        ))}
      </div>
      <textarea rows={1} placeholder={props.placeholder} aria-label={props.placeholder} />
      <div className="composer-tools">
        <label className="icon-button round" title={words.uploadFile}>
          <Icon name="plus" size={18} />
          <input type="file" hidden />
        </label>
        <Icon name="smile" size={18} />
        <Icon name="at" size={18} />
        <Icon name="slash" size={18} />
        <span className="rail-space" />
        <button type="submit" className="send" title={words.send} aria-label={words.send}>
          <Icon name="send" size={16} />
        </button>
      </div>
    </form>
  );
}

/** A thread's pane: its messages and a box of its own. */
export function ThreadFrame(props: { readonly viewer: Viewer; readonly children: ReactNode }): ReactNode {
  const { words } = props.viewer;
  return (
    <>
      <header className="channel-header">
        <h1>{words.thread}</h1>
        <button type="button" className="icon-button" data-act="close-thread" aria-label={words.cancel}>
          <Icon name="close" />
        </button>
      </header>
      <section className="stream">{props.children}</section>
      <Composer viewer={props.viewer} placeholder={words.reply} id="thread-composer" />
    </>
  );
}
