import type { ReactNode } from "react";
import type { Message } from "../workspace/state.ts";
import { Blocks } from "./blocks.tsx";
import { FileCard } from "./file-card.tsx";
import { AppPicture, Icon, PersonPicture } from "./icons.tsx";
import { dayOf, timeOf, type Viewer } from "./viewer.ts";

/** The messages of a channel that stand in its stream: no thread replies. */
export function channelMessages({ state, person }: Viewer, channel: string): readonly Message[] {
  return visible({ state, person }, channel).filter(
    ({ threadTs, ts }) => threadTs === undefined || threadTs === ts,
  );
}

/** A thread: its first message and its replies. */
export function threadMessages(viewer: Viewer, channel: string, ts: string): readonly Message[] {
  return visible(viewer, channel).filter((message) => message.ts === ts || message.threadTs === ts);
}

function visible({ state, person }: Pick<Viewer, "state" | "person">, channel: string): readonly Message[] {
  return state.messages.filter(
    (message) =>
      message.channel === channel && (message.visibleTo === undefined || message.visibleTo === person.id),
  );
}

/** What stands above the first message of a conversation. */
export function Beginning(props: {
  readonly viewer: Viewer;
  readonly channel: string;
  readonly command: string | undefined;
}): ReactNode {
  const { words, state } = props.viewer;
  const name = state.channels.get(props.channel)?.name;
  const where = name ? `#${name}` : appName(props.viewer);
  return (
    <div className="beginning" id="beginning">
      <h2>{where}</h2>
      <p>{words.beginning(where)}</p>
      {props.command === undefined ? null : <p>{words.tryThis(props.command)}</p>}
    </div>
  );
}

interface ListProps {
  readonly messages: readonly Message[];
  readonly viewer: Viewer;
  /** Whether the messages stand in a thread's pane. */
  readonly isThread?: boolean;
}

/** Messages with a divider where a new day begins. */
export function MessageList({ messages, viewer, isThread = false }: ListProps): ReactNode {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const isNewDay = before === undefined || dayOf(viewer, before.ts) !== dayOf(viewer, message.ts);
    return (
      <div className="message-slot" key={message.ts} id={`${isThread ? "t" : "m"}${message.ts}`}>
        {isNewDay && !isThread ? (
          <div className="day">
            <span>
              {dayOf(viewer, message.ts)} <Icon name="caret" size={14} />
            </span>
          </div>
        ) : null}
        <OneMessage
          message={message}
          viewer={viewer}
          isThread={isThread}
          isContinued={!isNewDay && continues(before, message)}
        />
      </div>
    );
  });
}

/** Whether a message stands under the former one's name: same author, within five minutes, seen by all. */
function continues(before: Message, message: Message): boolean {
  return (
    before.author === message.author &&
    before.visibleTo === undefined &&
    message.visibleTo === undefined &&
    Number(message.ts) - Number(before.ts) < 300
  );
}

interface MessageProps {
  readonly message: Message;
  readonly viewer: Viewer;
  readonly isThread: boolean;
  readonly isContinued: boolean;
}

function OneMessage({ message, viewer, isThread, isContinued }: MessageProps): ReactNode {
  const { words } = viewer;
  const isEphemeral = message.visibleTo !== undefined;
  return (
    <article
      className={isContinued ? "message continued" : "message"}
      data-channel={message.channel}
      data-ts={message.ts}
      dir="auto"
    >
      {isEphemeral ? (
        <p className="only-you">
          <Icon name="eye" size={13} /> {words.onlyVisibleToYou}
        </p>
      ) : null}
      <div className="message-row">
        {isContinued ? (
          <time className="gutter">{timeOf(viewer, message.ts).replace(/\s?[AP]M$/i, "")}</time>
        ) : (
          <Picture author={message.author} viewer={viewer} />
        )}
        <div className="message-body">
          {isContinued ? null : <Byline message={message} viewer={viewer} />}
          <Says message={message} viewer={viewer} />
          {message.files.map((id) => (
            <FileCard key={id} file={viewer.state.files.get(id)} viewer={viewer} />
          ))}
          {isThread ? null : <Replies message={message} viewer={viewer} />}
        </div>
      </div>
      {isEphemeral ? null : <Toolbar viewer={viewer} />}
    </article>
  );
}

function Picture({ author, viewer }: { readonly author: string; readonly viewer: Viewer }): ReactNode {
  const person = viewer.state.people.get(author);
  if (person !== undefined) return <PersonPicture name={person.realName} size={36} />;
  return author === viewer.state.app.user ? (
    <AppPicture size={36} />
  ) : (
    <PersonPicture name="Slackbot" size={36} />
  );
}

function Byline({ message, viewer }: Pick<MessageProps, "message" | "viewer">): ReactNode {
  const { state, words } = viewer;
  const person = state.people.get(message.author);
  const isApp = message.author === state.app.user;
  return (
    <p className="byline">
      <bdi className="author">{person?.realName ?? (isApp ? appName(viewer) : "Slackbot")}</bdi>
      {isApp ? <span className="app-badge">APP</span> : null}
      <time>{timeOf(viewer, message.ts)}</time>
      {message.isEdited ? <span className="edited">{words.edited}</span> : null}
    </p>
  );
}

/** The app's name with a capital, as its profile shows it. */
export function appName({ state }: Pick<Viewer, "state">): string {
  return state.app.name.charAt(0).toUpperCase() + state.app.name.slice(1);
}

function Says({ message, viewer }: Pick<MessageProps, "message" | "viewer">): ReactNode {
  if (message.blocks.length > 0) return <Blocks blocks={message.blocks} viewer={viewer} />;
  if (message.text === "") return null;
  const section = { type: "section", text: { type: "mrkdwn", text: message.text } };
  return <Blocks blocks={[section]} viewer={viewer} />;
}

function Replies({ message, viewer }: Pick<MessageProps, "message" | "viewer">): ReactNode {
  const replies = threadMessages(viewer, message.channel, message.ts).slice(1);
  const last = replies.at(-1);
  if (last === undefined) return null;
  const authors = [...new Set(replies.map((reply) => reply.author))].slice(0, 4);
  return (
    <button type="button" className="replies" data-act="thread" data-ts={message.ts}>
      {authors.map((author) => (
        <Picture key={author} author={author} viewer={viewer} />
      ))}
      <span className="reply-count">{viewer.words.replies(replies.length)}</span>
      <span className="last-reply">
        {dayOf(viewer, last.ts)} {timeOf(viewer, last.ts)}
      </span>
    </button>
  );
}

function Toolbar({ viewer }: { readonly viewer: Viewer }): ReactNode {
  return (
    <div className="toolbar">
      <button type="button" data-act="thread" title={viewer.words.replyInThread}>
        <Icon name="thread" size={18} />
      </button>
      <button type="button" data-act="shortcuts" title="More">
        <Icon name="more" size={18} />
      </button>
    </div>
  );
}
