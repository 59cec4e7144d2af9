import type { FileWords } from "./words";

export const files: FileWords = {
  attach: "إرفاق ملف",
  remove: (name) => `إزالة ${name}`,
  uploading: (percent) => `جارٍ الرفع، ‎${percent}%`,
  ready: "جاهز للإرسال",
  dropHere: "أفلت الملف هنا لإرفاقه",
  onItsWay: "جارٍ جلبه…",
  download: "تنزيل",
  problems: {
    too_large: "لم يُحفظ: الملف كبير جدًا",
    refused: "لم يُحفظ: هذا النوع من الملفات غير مقبول",
    too_many: "لم يُحفظ: ملفات كثيرة جدًا في يوم واحد",
    unavailable: "تعذّر جلبه",
  },
  tooLarge: (limit) => `الملف كبير جدًا: الحد الأقصى ${limit}`,
  largerThanTaken: "الملف أكبر من المسموح به",
  kindNotTaken: "هذا النوع من الملفات غير مقبول",
  empty: "الملف فارغ",
  enoughForToday: "بلغت حد الملفات لهذا اليوم",
  noRoom: "لا توجد مساحة للملفات حاليًا",
  notUploaded: "لم يُرفع الملف. تحقق من الاتصال وحاول مجددًا",
};
