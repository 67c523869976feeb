package strict

import "reflect"

// Unshare gives a value, which can be set, its own of everything below it, so that
// it shares nothing with what it was copied from that either can change. Fields that
// cannot be set stay as they are.
func Unshare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			own := reflect.New(v.Type().Elem())
			own.Elem().Set(v.Elem())
			Unshare(own.Elem())
			v.Set(own)
		}
	case reflect.Slice:
		if !v.IsNil() {
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			v.Set(own)
			for i := range v.Len() {
				Unshare(v.Index(i))
			}
		}
	case reflect.Map:
		unshareMap(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Field(i); field.CanSet() { // numbers and days have none that can be set, and do not change
				Unshare(field)
			}
		}
	}
}

func unshareMap(v reflect.Value) {
	if v.IsNil() {
		return
	}
	own := reflect.MakeMapWithSize(v.Type(), v.Len())
	entry := reflect.New(v.Type().Elem()).Elem()
	for at := v.MapRange(); at.Next(); {
		entry.Set(at.Value())
		Unshare(entry)
		own.SetMapIndex(at.Key(), entry)
	}
	v.Set(own)
}
