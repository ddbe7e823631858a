import type { ReactNode } from "react";
import type { Channel } from "../workspace/state.ts";
import { Composer } from "./composer.tsx";
import { AppPicture, Icon, PersonPicture } from "./icons.tsx";
import { appName } from "./messages.tsx";
import type { Open, ShellProps } from "./shell-props.ts";
import { ChannelIcon } from "./sidebar.tsx";
import type { Viewer } from "./viewer.ts";

/** The name of what is open: `#marketing`, or the app's. */
export function titleOf(viewer: Viewer, open: Open): string {
  const channel = viewer.state.channels.get(open.channel);
  return channel?.name ? `#${channel.name}` : appName(viewer);
}

/** What is open: its head, its tabs, its messages, and the box to write in. */
export function Conversation({ viewer, open }: ShellProps): ReactNode {
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
