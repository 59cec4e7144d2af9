/* What the desk says of gaps in the knowledge base, in Chinese. */

import type { gaps as english } from "./gaps-en";

export const gaps: typeof english = {
  title: "知识库的空白",
  hint: "客户问过但没有得到答案的问题，按主题归类：没有对应的已批准回答，文章中也没有。草稿是客服的回答，已去除个人信息；保存前请先编辑。",
  alike: (count) => `另有 ${count} 种问法`,
  closest: "最接近的文章：",
  answeredNow: "机器人现在能回答",
  answered: "查看客服的回答",
  writeArticle: "撰写文章",
  download: "下载文章草稿",
};
