/* The words of the page to try the chat on. */

import type { Locale } from "../language/locale";

interface Step {
  readonly title: string;
  readonly text: string;
}

interface Front {
  readonly headline: string;
  readonly lead: string;
  readonly firstStep: Step;
}

interface HomeWords {
  readonly page: string;
  readonly navigation: string;
  readonly desk: string;
  readonly eyebrow: string;
  readonly ask: string;
  readonly openDesk: string;
  readonly tryAsking: string;
  readonly sample: Front & { readonly fictional: string };
  readonly own: Front;
  /** What follows the first step. */
  readonly steps: readonly Step[];
}

export const HOME_WORDS: Record<Locale, HomeWords> = {
  en: {
    page: "A page with the chat",
    navigation: "Pages",
    desk: "Agents’ desk",
    eyebrow: "A page with the chat widget",
    ask: "Ask a question",
    openDesk: "Open the desk",
    tryAsking: "What customers ask here",
    sample: {
      headline: "Questions about a bicycle? Ask in the corner.",
      lead: "This is a sample shop, as your own customers would see it. The chat at the bottom answers what it is sure of, shows where an answer comes from, and brings in a person for the rest.",
      firstStep: { title: "1. Write as a customer", text: "Open the chat and ask about an order, a return or a brake that squeaks. Each automated reply says that it is one." },
      fictional: "The shop, its people and its orders are fictional.",
    },
    own: {
      headline: "Your chat, before your customers meet it.",
      lead: "A page to try it on. The chat in the corner is the one that your own pages will show: it answers what it is sure of, says where an answer comes from, and brings in a person for the rest.",
      firstStep: { title: "1. Write as a customer", text: "Open the chat and ask what your customers ask. Each automated reply says that it is one. What you write arrives at the desk like any conversation." },
    },
    steps: [
      { title: "2. Ask for a person", text: "Choose “Talk to a person”. The conversation waits in the desk’s queue, and you see your place in it." },
      { title: "3. Answer as an agent", text: "Sign in at the desk in another window, read why the bot said what it said, take over, reply, and hand back." },
    ],
  },
  "zh-Hans": {
    page: "带聊天窗口的页面",
    navigation: "页面",
    desk: "客服工作台",
    eyebrow: "带聊天窗口的页面",
    ask: "提个问题",
    openDesk: "打开工作台",
    tryAsking: "顾客常问的问题",
    sample: {
      headline: "关于自行车有问题？点右下角问一问。",
      lead: "这是一个示例商店，也就是您的顾客会看到的样子。下方的聊天只回答有把握的问题，标明答案的来源，其余的请人工客服来处理。",
      firstStep: { title: "1. 以顾客身份提问", text: "打开聊天，问问订单、退货或者刹车异响。每条自动回复都会标明。" },
      fictional: "商店、人物和订单均为虚构。",
    },
    own: {
      headline: "顾客见到之前，先自己试试您的聊天窗口。",
      lead: "这是一个试用页面。右下角的聊天就是您自己的网页将会显示的那个：只回答有把握的问题，标明答案的来源，其余的请人工客服来处理。",
      firstStep: { title: "1. 以顾客身份提问", text: "打开聊天，问问您的顾客会问的问题。每条自动回复都会标明。您写的内容会像其他对话一样进入工作台。" },
    },
    steps: [
      { title: "2. 转人工", text: "点击“转人工客服”。对话进入工作台的队列，您能看到自己排第几位。" },
      { title: "3. 以客服身份回复", text: "在另一个窗口登录工作台，查看机器人为何这样回答，接手、回复，再交还。" },
    ],
  },
};
