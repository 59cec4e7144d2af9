import type { FileWords } from "./words";

export const files: FileWords = {
  attach: "添加附件",
  remove: (name) => `移除 ${name}`,
  uploading: (percent) => `正在上传 ${percent}%`,
  ready: "可以发送",
  dropHere: "松开即可添加文件",
  onItsWay: "正在获取…",
  download: "下载",
  problems: {
    too_large: "未保存：文件太大",
    refused: "未保存：不接收此类文件",
    too_many: "未保存：当天文件太多",
    unavailable: "无法获取",
  },
  tooLarge: (limit) => `文件太大：最多 ${limit}`,
  largerThanTaken: "文件太大，无法接收",
  kindNotTaken: "不接收此类文件",
  empty: "文件是空的",
  enoughForToday: "今天的文件已达上限",
  noRoom: "暂时没有空间存放文件",
  notUploaded: "未上传。请检查网络后重试",
};
